using System.Net.Sockets;
using RestartLab.Kernel;

namespace RestartLab.Server;

/// <summary>What a program does about its address, and when.</summary>
/// <param name="Id">What it is called on the command line.</param>
/// <param name="Title">What it is called in a table.</param>
internal sealed record Remedy(string Id, string Title)
{
    public static readonly IReadOnlyList<Remedy> All =
    [
        new("none", "no option"),
        new("reuse", "ReuseAddress true") { BeforeBind = socket => Reuse(socket, true) },
        new("reuse-after-bind", "ReuseAddress true, after Bind") { AfterBind = socket => Reuse(socket, true) },
        new("reuse-after-listen", "ReuseAddress true, after Listen") { AfterListen = socket => Reuse(socket, true) },
        new("no-reuse", "ReuseAddress false") { BeforeBind = socket => Reuse(socket, false) },
        new("no-reuse-after-bind", "ReuseAddress false, after Bind") { AfterBind = socket => Reuse(socket, false) },
        new("exclusive", "ExclusiveAddressUse true") { BeforeBind = socket => socket.ExclusiveAddressUse = true },
        new("not-exclusive", "ExclusiveAddressUse false") { BeforeBind = socket => socket.ExclusiveAddressUse = false },
        new("exclusive-then-reuse", "ExclusiveAddressUse true, then ReuseAddress true") { BeforeBind = ExclusiveThenReuse },
        new("reuse-then-exclusive", "ReuseAddress true, then ExclusiveAddressUse true") { BeforeBind = ReuseThenExclusive },
        new("reuse-except-windows", "ReuseAddress true, except on Windows") { BeforeBind = ReuseExceptOnWindows },
        new("native-reuse", "native SO_REUSEADDR alone") { BeforeBind = NativeOptions.SetReuseAddress },
        new("reuse-without-port", "ReuseAddress true, SO_REUSEPORT taken back") { BeforeBind = ReuseWithoutPort },
        new("accepted-reuse", "ReuseAddress true, on accepted sockets") { OnAccepted = socket => Reuse(socket, true) },
        new("accepted-no-reuse", "ReuseAddress false, on accepted sockets") { OnAccepted = socket => Reuse(socket, false) },
    ];

    public Action<Socket> BeforeBind { get; private init; } = Nothing;

    public Action<Socket> AfterBind { get; private init; } = Nothing;

    public Action<Socket> AfterListen { get; private init; } = Nothing;

    public Action<Socket> OnAccepted { get; private init; } = Nothing;

    public static Remedy Of(string id) => All.Single(remedy => remedy.Id == id);

    private static void Nothing(Socket socket)
    {
    }

    private static void Reuse(Socket socket, bool value) =>
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, value);

    private static void ExclusiveThenReuse(Socket socket)
    {
        socket.ExclusiveAddressUse = true;
        Reuse(socket, true);
    }

    private static void ReuseThenExclusive(Socket socket)
    {
        Reuse(socket, true);
        socket.ExclusiveAddressUse = true;
    }

    private static void ReuseExceptOnWindows(Socket socket)
    {
        if (!OperatingSystem.IsWindows())
            Reuse(socket, true);
    }

    private static void ReuseWithoutPort(Socket socket)
    {
        Reuse(socket, true);
        NativeOptions.ClearReusePort(socket);
    }
}
