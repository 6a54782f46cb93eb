using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Every decision, before a bind in every position, in every writing: right to the byte.</summary>
public sealed class The_positions_of_a_bind
{
    private static readonly Dictionary<string, PositionCase> Cases = PositionCase.All.ToDictionary(one => one.Name);

    public static TheoryData<string, string> Matrix => [.. from name in Cases.Keys from action in Actions.Keys select (name, action)];

    private static readonly Dictionary<string, PositionAction> Actions = new PositionAction[]
    {
        new("SOCK001.reuse", "Set ReuseAddress before Bind (a second instance may share the port)", (writing, socket) => Set(writing, socket)),
        new("SOCK001.reuse_except_windows", "Set ReuseAddress before Bind, except on Windows (a second instance may share the port elsewhere)", (writing, socket) => $"if (!{writing.Name("System", "OperatingSystem")}.IsWindows()) {Set(writing, socket)}"),
        new("SOCK001.exclusive", "Set ExclusiveAddressUse before Bind (a second instance is refused)", Exclusive),
        new("SOCK001.exclusive", "Use ProtocolType.Tcp and ExclusiveAddressUse", Exclusive) { NamesTcp = true },
    }.ToDictionary(action => action.Title);

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_the_statement_and_nothing_else(string name, string title)
    {
        PositionCase one = Cases[name];
        PositionAction action = Actions[title];
        foreach (Writing writing in Writing.All)
        {
            string tcp = writing.Name("System.Net.Sockets", "ProtocolType") + ".Tcp";
            string source = one.Source(writing, action.NamesTcp ? "0" : tcp), expected = one.Fixed(writing, tcp, socket => action.Write(writing, socket));
            using var all = FixRun.Of(new SettingsOfTheBuild(), source);
            Assert.Equal(one.Binds, (await Findings(all)).Count);
            Assert.True(await all.FixAllAsync(action.Key));
            Assert.Equal(expected, await all.TextAsync());
            Assert.Empty(await all.CompilerErrorsAsync());
            Assert.Empty(await Findings(all));
            Assert.False(await all.FixAllAsync(action.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_the_same_one_by_one(string name, string title)
    {
        PositionCase one = Cases[name];
        PositionAction action = Actions[title];
        Writing writing = Writing.All.First();
        using var run = FixRun.Of(new SettingsOfTheBuild(), one.Source(writing, action.NamesTcp ? "0" : "ProtocolType.Tcp"));
        for (int left = one.Binds; left > 0; left--)
        {
            IReadOnlyList<Diagnostic> found = await Findings(run);
            // Naming TCP once may serve several binds, which get the other action then.
            CodeAction[] offered = [.. (await run.ActionsAsync(found[0])).Where(offer => offer.Title == title || (action.NamesTcp && offer.Title == "Set ExclusiveAddressUse before Bind (a second instance is refused)"))];
            await run.ApplyAsync(Assert.Single(offered));
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.Equal(left - 1, (await Findings(run)).Count);
        }
        Assert.Equal(one.Fixed(writing, "ProtocolType.Tcp", socket => action.Write(writing, socket)), await run.TextAsync());
    }

    private static async Task<IReadOnlyList<Diagnostic>> Findings(FixRun run) => [.. (await run.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == "SOCK001")];

    private static string Set(Writing writing, string socket, string option = "ReuseAddress") =>
        $"{socket}SetSocketOption({writing.Name("System.Net.Sockets", "SocketOptionLevel")}.Socket, {writing.Name("System.Net.Sockets", "SocketOptionName")}.{option}, true);";

    private static string Exclusive(Writing writing, string socket) => socket.Contains('?', StringComparison.Ordinal) ? Set(writing, socket, "ExclusiveAddressUse") : socket + "ExclusiveAddressUse = true;";

    private sealed record PositionAction(string Key, string Title, Func<Writing, string, string> Write)
    {
        public bool NamesTcp { get; init; }
    }
}
