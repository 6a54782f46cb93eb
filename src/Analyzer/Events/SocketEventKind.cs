namespace SocketSetup.Analyzers.Events;

/// <summary>What a program can do that matters to the set-up of a socket.</summary>
internal enum SocketEventKind
{
    // What happens to a socket: the alphabet of the set-up protocol.

    /// <summary><c>ReuseAddress</c> set to true, to non-zero or to a value that is not constant.</summary>
    ReuseAddressSet,

    /// <summary><c>ReuseAddress</c> set to constant false or 0.</summary>
    ReuseAddressCleared,

    /// <summary>Native SO_REUSEADDR set through <c>SetRawSocketOption</c>.</summary>
    NativeReuseAddressSet,

    /// <summary>Native SO_REUSEPORT set, to any value.</summary>
    NativeReusePortSet,

    /// <summary>A native option set whose number is not constant: it may be SO_REUSEADDR or SO_REUSEPORT.</summary>
    NativeOptionSet,

    /// <summary><c>ExclusiveAddressUse</c> assigned or set to true.</summary>
    ExclusiveAddressUseSet,

    /// <summary><c>ExclusiveAddressUse</c> assigned or set to a value that is not constant.</summary>
    ExclusiveAddressUseVaried,

    /// <summary><c>ExclusiveAddressUse</c> assigned or set to constant false: a decision too.</summary>
    ExclusiveAddressUseCleared,

    Bound,
    Listened,
    Accepted,
    Connected,

    /// <summary>About to be connected, some time.</summary>
    Connecting,

    /// <summary>No longer connected: perhaps to be used again.</summary>
    Disconnected,

    /// <summary>Has joined a multicast group.</summary>
    JoinedGroup,

    Closed,

    /// <summary>Closed, with another socket in its place: a <c>TcpListener</c> can start again.</summary>
    Stopped,

    /// <summary>Handed to code that cannot be seen, which may do anything to it.</summary>
    Escaped,

    /// <summary>Handed to framework code, which decides nothing but may keep it.</summary>
    Shared,

    /// <summary>Given to the caller: from here on the body has no say.</summary>
    Returned,

    /// <summary>A delegate runs, which may be any function of the body.</summary>
    DelegateCalled,

    /// <summary>A function runs whose body is in sight.</summary>
    Called,

    /// <summary>From here on a function of the body may run at any time.</summary>
    Delegated,

    /// <summary>A wait, as at an <c>await</c>: anything else may run before the rest does.</summary>
    Suspended,

    // What happens to a variable, and so to which socket it holds.

    /// <summary>A variable gets the socket that a creation makes.</summary>
    Created,

    /// <summary>A variable gets what another one holds.</summary>
    Aliased,

    /// <summary>The owner of variables gets another name in place of the one it had.</summary>
    Renamed,

    /// <summary>A variable gets a value that is not in sight.</summary>
    Overwritten,

    /// <summary>A variable may have been given a value that is not in sight.</summary>
    PerhapsOverwritten,

    /// <summary>A variable gets null.</summary>
    Nulled,

    /// <summary>A variable ends.</summary>
    Forgotten,
}

/// <summary>Groups of events.</summary>
internal static class SocketEventKinds
{
    /// <summary>Does it set <c>ReuseAddress</c> or <c>ExclusiveAddressUse</c>, to any value?</summary>
    public static bool IsOption(this SocketEventKind kind) =>
        kind is SocketEventKind.ReuseAddressSet or SocketEventKind.ReuseAddressCleared || kind.IsExclusiveAddressUse();

    /// <summary>Does it set <c>ExclusiveAddressUse</c>, to any value?</summary>
    public static bool IsExclusiveAddressUse(this SocketEventKind kind) =>
        kind is SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ExclusiveAddressUseVaried or SocketEventKind.ExclusiveAddressUseCleared;

    /// <summary>Does it turn SO_REUSEADDR or <c>ExclusiveAddressUse</c> one way or the other, so that somebody has decided?</summary>
    public static bool IsDecision(this SocketEventKind kind) =>
        kind is SocketEventKind.ReuseAddressSet or SocketEventKind.NativeReuseAddressSet or SocketEventKind.NativeOptionSet || kind.IsExclusiveAddressUse();
}
