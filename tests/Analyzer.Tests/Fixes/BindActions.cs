using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>
/// The actions that put a statement before a bind: <c>SET x.</c>, by what leads to the socket, or <c>AGAIN x.</c> where a
/// listener may have been started before. <c>LATE x</c> is a set that comes too late.
/// </summary>
internal static class BindActions
{
    public static IEnumerable<PositionAction> All =>
    [
        Of("SOCK001.repair", Created, SetExclusive) with { Settings = new(addressReuse: "exclusive") },
        Of("SOCK001.reuse", Created, Set),
        Of("SOCK001.reuse_except_windows", Created, SetExceptOnWindows),
        Of("SOCK001.exclusive", Created, SetExclusive),
        Of("SOCK001.exclusive, on Windows", Created, socket => "if (OperatingSystem.IsWindows()) " + SetExclusive(socket)) with { Settings = new("") },
        new("SOCK001.exclusive, naming TCP", "before-a-bind", text => Filled(text, "0"), one => Written(Filled(one.Texts[1], "ProtocolType.Tcp"), SetExclusive)),
        Of("SOCK002.repair, said early", Late, Set) with { Types = Clock },
        Of("SOCK002.repair, said early", Late, Set) with { Types = Clock, File = "said-early" },
        Of("SOCK007.repair", Receiving, Set),
        Of("SOCK008.repair", Starting, socket => SetExceptOnWindows(socket + "Server.")) with { Settings = new(addressReuse: "reuse_except_windows") },
        Of("SOCK008.reuse", Starting, socket => Set(socket + "Server.")),
        Of("SOCK008.reuse_except_windows", Starting, socket => SetExceptOnWindows(socket + "Server.")),
        Of("SOCK008.exclusive", text => StartedAgain(Starting(text)), socket => SetExclusive(socket + "Server.")),
    ];

    private const string Clock = "\nstatic class Clock { public static bool IsLate; }\n";

    private static PositionAction Of(string name, Func<string, string> adapt, Func<string, string> write) => new(name, "before-a-bind", adapt, one => Written(adapt(one.Texts[1]), write));

    private static string Filled(string text, string protocol) => text
        .Replace("NEW", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, TCP)", StringComparison.Ordinal)
        .Replace("TCP", protocol, StringComparison.Ordinal);

    private static string Created(string text) => Filled(text, "ProtocolType.Tcp");

    /// <summary>The same binds with late sets in place of listening.</summary>
    private static string Late(string text) => Regex.Replace(Created(text), @"LATE (\w+)|((?:[\w.]+\.)?)Listen\(1\);", match =>
        $"if (Clock.IsLate) {(match.Groups[1].Success ? match.Groups[1].Value + "." : match.Groups[2].Value)}{Set("")}");

    /// <summary>The same binds of sockets that join a multicast group.</summary>
    private static string Receiving(string text) => Created(text)
        .Replace("SocketType.Stream, ProtocolType.Tcp", "SocketType.Dgram, ProtocolType.Udp", StringComparison.Ordinal)
        .Replace("Listen(1)", "SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, 1)", StringComparison.Ordinal);

    /// <summary>Listeners that are started in place of sockets that are bound.</summary>
    private static string Starting(string text) => Regex.Replace(
        Regex.Replace(Created(text), @"\bSocket\b", "TcpListener").Replace("AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp", "new IPEndPoint(1, 2)", StringComparison.Ordinal).Replace("Listen(1)", "Pending()", StringComparison.Ordinal),
        @"\bBind\((\s*)(new [\w.]+\(1, 2\)|\w+)\)",
        "Start(${1}9)");

    /// <summary>With a test where the listener may have been started before, when exclusive use throws.</summary>
    private static string StartedAgain(string text) => Regex.Replace(text, @"AGAIN ([^\s{]*)", match =>
        $"if ({(match.Value.Contains('?', StringComparison.Ordinal) ? match.Result("$1Server.IsBound == false") : match.Result("!$1Server.IsBound"))}) SET {match.Groups[1].Value}");

    private static string Written(string text, Func<string, string> write) =>
        Regex.Replace(text, @"(SET|AGAIN) ([^\s{]*)(\{\})?", match => write(match.Groups[2].Value) + (match.Groups[3].Length > 0 ? " " : ""));

    private static string Set(string socket) => Set(socket, "ReuseAddress");

    private static string Set(string socket, string option) => $"{socket}SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.{option}, true);";

    private static string SetExceptOnWindows(string socket) => $"if (!OperatingSystem.IsWindows()) {Set(socket)}";

    private static string SetExclusive(string socket) => socket.Contains('?', StringComparison.Ordinal) ? Set(socket, "ExclusiveAddressUse") : socket + "ExclusiveAddressUse = true;";
}
