using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Every statement that an action puts before a bind, in every position, in every writing: right to the byte.</summary>
public sealed class The_positions_of_a_bind
{
    private const string Exclusive = "Set ExclusiveAddressUse before Bind (a second instance is refused)";
    private const string Tcp = "Use ProtocolType.Tcp and ExclusiveAddressUse";
    private const string Reuse = "Set ReuseAddress before Bind (a second instance may share the port)";
    private const string ExceptOnWindows = "Set ReuseAddress before Bind, except on Windows (a second instance may share the port elsewhere)";

    private static readonly Dictionary<string, PositionCase> Cases = PositionCase.In("before-a-bind").ToDictionary(one => one.Name);

    private static readonly Dictionary<string, PositionAction> Actions = new PositionAction[]
    {
        new("SOCK001.reuse", Reuse, Listening, Set),
        new("SOCK001.reuse_except_windows", ExceptOnWindows, Listening, SetExceptOnWindows),
        new("SOCK001.exclusive", Exclusive, Listening, SetExclusive),
        new("SOCK001.exclusive", Tcp, code => Listening(code).Replace("TCP", "0", StringComparison.Ordinal), SetExclusive),
        new("SOCK007.repair", "Set ReuseAddress before Bind (receivers share the port)", Receiving, Set),
        new("SOCK008.reuse", Reuse, Starting, socket => Set(socket + "Server.")),
        new("SOCK008.reuse_except_windows", ExceptOnWindows, Starting, socket => SetExceptOnWindows(socket + "Server.")),
    }.ToDictionary(action => $"{action.Key}: {action.Title}");

    /// <summary>A class derived from TcpListener is not reported: its callers may decide.</summary>
    public static TheoryData<string, string> Matrix => [.. from one in Cases.Values from action in Actions where one.Kind != "F" || !action.Value.Key.StartsWith("SOCK008", StringComparison.Ordinal) select (one.Name, action.Key)];

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_the_statement_and_nothing_else(string name, string title)
    {
        PositionCase one = Cases[name];
        PositionAction action = Actions[title];
        foreach (Writing writing in Writing.All)
        {
            using var all = FixRun.Of(new SettingsOfTheBuild(), action.Source(one, writing));
            Assert.Empty(await all.CompilerErrorsAsync());
            Assert.Equal(one.Places, (await Findings(all, action)).Count);
            Assert.True(await all.FixAllAsync(action.Key));
            Assert.Equal(action.Fixed(one, writing), await all.TextAsync());
            Assert.Empty(await all.CompilerErrorsAsync());
            Assert.Empty(await Findings(all, action));
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
        using var run = FixRun.Of(new SettingsOfTheBuild(), action.Source(one, writing));
        for (int left = one.Places; left > 0; left--)
        {
            IReadOnlyList<Diagnostic> found = await Findings(run, action);
            // Naming TCP once may serve several binds, which get the other action then.
            CodeAction[] offered = [.. (await run.ActionsAsync(found[0])).Where(offer => offer.Title == action.Title || (action.Title == Tcp && offer.Title == Exclusive))];
            await run.ApplyAsync(Assert.Single(offered));
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.Equal(left - 1, (await Findings(run, action)).Count);
        }
        Assert.Equal(action.Fixed(one, writing), await run.TextAsync());
    }

    private static async Task<IReadOnlyList<Diagnostic>> Findings(FixRun run, PositionAction action) => [.. (await run.DiagnosticsAsync()).Where(diagnostic => action.Key.StartsWith(diagnostic.Id, StringComparison.Ordinal))];

    private static string Listening(string code) => code;

    /// <summary>The same binds of sockets that join a multicast group.</summary>
    private static string Receiving(string code) => code
        .Replace("SocketType.Stream, TCP", "SocketType.Dgram, ProtocolType.Udp", StringComparison.Ordinal)
        .Replace("Listen(1)", "SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, 1)", StringComparison.Ordinal);

    /// <summary>Listeners that are started in place of sockets that are bound.</summary>
    private static string Starting(string code) => Regex.Replace(
        Regex.Replace(code, @"\bSocket\b", "TcpListener").Replace("AddressFamily.InterNetwork, SocketType.Stream, TCP", "new IPEndPoint(1, 2)", StringComparison.Ordinal).Replace("Listen(1)", "Pending()", StringComparison.Ordinal),
        @"\bBind\((\s*)(new [\w.]+\(1, 2\)|\w+)\)",
        "Start(${1}9)");

    private static string Set(string socket) => Set(socket, "ReuseAddress");

    private static string Set(string socket, string option) => $"{socket}SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.{option}, true);";

    private static string SetExceptOnWindows(string socket) => $"if (!OperatingSystem.IsWindows()) {Set(socket)}";

    private static string SetExclusive(string socket) => socket.Contains('?', StringComparison.Ordinal) ? Set(socket, "ExclusiveAddressUse") : socket + "ExclusiveAddressUse = true;";

    /// <param name="Key">Of the action.</param>
    /// <param name="Title">Of the action.</param>
    /// <param name="Adapt">Makes the code one that the rule reports.</param>
    /// <param name="Write">The statement for <c>SET x.</c>, by what leads to the socket.</param>
    private sealed record PositionAction(string Key, string Title, Func<string, string> Adapt, Func<string, string> Write)
    {
        public string Source(PositionCase one, Writing writing) => File(one, Adapt(WithCreation(one.Texts[0])), writing);

        public string Fixed(PositionCase one, Writing writing) =>
            File(one, Regex.Replace((Key.StartsWith("SOCK001", StringComparison.Ordinal) ? Listening : Adapt)(WithCreation(one.Texts[1])), @"SET ([^\s{]*)(\{\})?", match => Write(match.Groups[1].Value) + (match.Groups[2].Length > 0 ? " " : "")), writing);

        private static string WithCreation(string text) => text.Replace("NEW", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, TCP)", StringComparison.Ordinal);

        private static string File(PositionCase one, string text, Writing writing) => one.File(writing.Named(text.Replace("TCP", "ProtocolType.Tcp", StringComparison.Ordinal)), writing);
    }
}
