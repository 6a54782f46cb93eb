namespace SocketSetup.Robustness.Grafts;

/// <summary>
/// Code that is set into a body that has nothing to do with it: a listener, made where the body begins and bound where it ends,
/// so that all that the body does lies between.
/// </summary>
/// <param name="Name">What it does.</param>
/// <param name="First">What stands at the body's beginning.</param>
/// <param name="Last">What stands at its end, or before the <c>return</c> or <c>throw</c> there.</param>
/// <param name="Reported">The rules that have something to say about it, beside SOCK006, which is a hint.</param>
internal sealed record Graft(string Name, string First, string Last, params string[] Reported)
{
    private const string Sockets = "global::System.Net.Sockets";
    private const string Made = $"new {Sockets}.Socket({Sockets}.AddressFamily.InterNetwork, {Sockets}.SocketType.Stream, {Sockets}.ProtocolType.Tcp)";
    private const string Make = $"var NAME = {Made};";
    private const string Bind = "NAME.Bind(new global::System.Net.IPEndPoint(0L, 80)); NAME.Listen(1);";
    private const string Set = $"NAME.SetSocketOption({Sockets}.SocketOptionLevel.Socket, {Sockets}.SocketOptionName.ReuseAddress, true);";

    public static IReadOnlyList<Graft> All { get; } =
    [
        new("undecided", Make, Bind, "SOCK001"),
        new("protocol 0", $"var NAME = new {Sockets}.Socket({Sockets}.AddressFamily.InterNetwork, {Sockets}.SocketType.Stream, 0);", Bind, "SOCK001", "SOCK003"),
        new("late", $"{Make} {Bind}", Set, "SOCK002"),
        new("bound by a lambda", Make, $"global::System.Action NAMERun = () => {{ {Bind} }}; NAMERun();", "SOCK001"),
        new("bound by a local function", $"{Make} void NAMERun({Sockets}.Socket NAMEGiven) {{ {Bind.Replace("NAME", "NAMEGiven", StringComparison.Ordinal)} }}", "NAMERun(NAME);", "SOCK001"),
        new("made by a local function", $"{Sockets}.Socket NAMEMake() {{ return {Made}; }} var NAME = NAMEMake();", Bind, "SOCK001"),
        new("decided", $"{Make} {Set}", Bind),
        new("decided the other way", $"{Make} NAME.ExclusiveAddressUse = true;", Bind),
        new("decided on one path", $"{Make} if (NAME.Blocking) {Set}", Bind),
        new("decided by a lambda", $"{Make} global::System.Action NAMERun = () => {{ {Set} }};", $"NAMERun(); {Bind}"),
        new("decided by a local function", $"{Make} void NAMERun() {{ {Set} }}", $"NAMERun(); {Bind}"),
        new("bound to a port that the system picks", Make, Bind.Replace("80", "0", StringComparison.Ordinal)),
    ];

    /// <summary>The code with a name that nothing else has.</summary>
    public (string First, string Last) Named(string name) => (First.Replace("NAME", name, StringComparison.Ordinal), Last.Replace("NAME", name, StringComparison.Ordinal));
}
