namespace SocketSetup.Samples.Tests.Fixes;

/// <summary>What the title of a code action says: how the program then behaves, and what is written to that end.</summary>
public sealed record Promise(string Title, Behaviour Behaviour, string[] Added, string[] Removed)
{
    private const string Zero = "Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);";
    private const string Tcp = "Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);";
    private const string Reuse = "listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Exclusive = "listener.ExclusiveAddressUse = true;";

    private const string TakeBack =
        "if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid()) listener.SetRawSocketOption(1, 15, new byte[4]); "
        + "else if (!OperatingSystem.IsWindows()) listener.SetRawSocketOption(0xffff, 0x200, new byte[4]);";

    private static readonly Behaviour SharesThePort = new(Restarts: true, IsShared: true);
    private static readonly Behaviour RefusesASecond = new(Restarts: true, IsShared: false);

    public static readonly IReadOnlyList<Promise> All =
    [
        new("Set ReuseAddress before Bind (a second instance may share the port)", SharesThePort, [Reuse], []),
        new("Set ReuseAddress before Bind, except on Windows (a second instance may share the port elsewhere)", SharesThePort, ["if (!OperatingSystem.IsWindows()) " + Reuse], []),
        new("Set ExclusiveAddressUse before Bind (a second instance is refused)", RefusesASecond, [Exclusive], []),
        new("Use ProtocolType.Tcp and ExclusiveAddressUse", RefusesASecond, [Tcp, Exclusive], [Zero]),
        new("Use ProtocolType.Tcp", RefusesASecond, [Tcp], [Zero]),
        new("Use ExclusiveAddressUse instead", RefusesASecond, [Exclusive], [Reuse]),
        new("Take SO_REUSEPORT back", RefusesASecond, [TakeBack], []),
    ];

    /// <summary>The text says what the kernel of this system cannot be asked, such as what is so on Windows.</summary>
    public bool IsKeptBy(ObservedEdit observed) => IsKeptInTheKernelBy(observed) && Added.SequenceEqual(observed.Edit.Added) && Removed.SequenceEqual(observed.Edit.Removed);

    public bool IsKeptInTheKernelBy(ObservedEdit observed) => Behaviour == observed.Behaviour;

    public override string ToString() => Title;
}

/// <summary>An edit, and how the program behaves that was compiled from it.</summary>
public sealed record ObservedEdit(Edit Edit, Behaviour Behaviour);
