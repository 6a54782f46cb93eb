using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Every action that removes or replaces a set, or adds something behind it, in every position, in every writing: right to the byte.</summary>
public sealed class The_positions_of_a_set
{
    private const int Source = 0, Removed = 1, TakenBack = 2;
    private const string Tcp = "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)";

    private static readonly Dictionary<string, PositionCase> Cases = PositionCase.In("at-a-set").ToDictionary(one => one.Name);

    private static readonly Dictionary<string, SetAction> Actions = new SetAction[]
    {
        new("SOCK004.repair", Tcp + ".Accept()", "$1.Close()", Removed),
        new("SOCK005.exclusive", Tcp + " { ExclusiveAddressUse = true }", "$1.Close()", Removed),
        new("SOCK009.repair", "new Socket(AddressFamily.Unix, SocketType.Stream, 0)", "$1.Close()", Removed),
        new("SOCK006.exclusive", Tcp, "$1.Bind(e); $1.Listen(1)", Source),
        new("SOCK006.take_back", Tcp, "$1.Bind(e); $1.Listen(1)", TakenBack),
    }.ToDictionary(action => action.Key);

    public static TheoryData<string, string> Matrix => [.. from name in Cases.Keys from key in Actions.Keys where !IsElsewhere(name, key) select (name, key)];

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_what_they_should_and_nothing_else(string name, string key)
    {
        PositionCase one = Cases[name];
        SetAction action = Actions[key];
        foreach (Writing writing in Writing.All)
        {
            using var all = FixRun.Of(new SettingsOfTheBuild(), action.Before(one, writing));
            Assert.Empty(await all.CompilerErrorsAsync());
            Assert.Equal(one.Places, (await Findings(all, key)).Count);
            Assert.True(await all.FixAllAsync(key));
            Assert.Equal(action.After(one, writing), await all.TextAsync());
            Assert.Empty(await all.CompilerErrorsAsync());
            Assert.Empty(await Findings(all, key));
            Assert.False(await all.FixAllAsync(key));
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_the_same_one_by_one(string name, string key)
    {
        PositionCase one = Cases[name];
        SetAction action = Actions[key];
        Writing writing = Writing.All.First();
        using var run = FixRun.Of(new SettingsOfTheBuild(), action.Before(one, writing));
        for (IReadOnlyList<Diagnostic> found = await Findings(run, key); found.Count > 0;)
        {
            // What comes first has the key of the first.
            IReadOnlyList<CodeAction> offered = await run.ActionsAsync(found[0]);
            await run.ApplyAsync(offered.FirstOrDefault(offer => offer.EquivalenceKey == key) ?? offered[0]);
            Assert.Empty(await run.CompilerErrorsAsync());
            IReadOnlyList<Diagnostic> left = await Findings(run, key);
            Assert.True(left.Count < found.Count);
            found = left;
        }
        Assert.Equal(action.After(one, writing), await run.TextAsync());
    }

    /// <summary>A contradiction is one of calls in the same body; and what an accessor sets it may set again after the bind, where exclusive use throws.</summary>
    private static bool IsElsewhere(string name, string key) => (name, key) is ("expression-bodied members", "SOCK005.exclusive") or ("expression-bodied accessors", "SOCK005.exclusive" or "SOCK006.exclusive");

    private static async Task<IReadOnlyList<Diagnostic>> Findings(FixRun run, string key) => [.. (await run.DiagnosticsAsync()).Where(diagnostic => key.StartsWith(diagnostic.Id, StringComparison.Ordinal))];

    /// <param name="Key">Of the action.</param>
    /// <param name="Creation">What <c>NEW</c> stands for, so that the rule reports the sets.</param>
    /// <param name="Listening">What <c>LISTEN x</c> stands for.</param>
    /// <param name="Text">Which text of the case is expected; the source where only the call is replaced.</param>
    private sealed record SetAction(string Key, string Creation, string Listening, int Text)
    {
        public string Before(PositionCase one, Writing writing) => File(one, one.Texts[Source], writing);

        public string After(PositionCase one, Writing writing) => File(one, Text == Source ? Closed(one.Texts[Source]) : one.Texts[Text], writing);

        /// <summary>With the opposite option in place of each.</summary>
        private static string Closed(string text) => Regex.Replace(text, @"(\?\S*\.)?REUSE", match => match.Groups[1].Success ? match.Groups[1].Value + Set("ExclusiveAddressUse") : "ExclusiveAddressUse = true");

        private static string Set(string option) => $"SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.{option}, true)";

        private string File(PositionCase one, string text, Writing writing)
        {
            string code = Regex.Replace(text, @"LISTEN ([\w.]+)", Listening).Replace("NEW", Creation, StringComparison.Ordinal).Replace("REUSE", Set("ReuseAddress"), StringComparison.Ordinal);
            return one.File(writing.Named(RepairCase.WithSharingTakenBack(code)), writing);
        }
    }
}
