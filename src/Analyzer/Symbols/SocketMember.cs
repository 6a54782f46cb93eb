namespace SocketSetup.Analyzers.Symbols;

/// <summary>What a member of the socket API does to a socket, as far as its set-up is concerned.</summary>
internal enum SocketMember
{
    /// <summary>Nothing that matters here, or no socket member at all.</summary>
    Unrelated,
    Bind,

    /// <summary><c>TcpListener.Start</c>: binds and listens.</summary>
    Start,

    /// <summary><c>TcpListener.Stop</c>: closes the socket and makes another for the next start.</summary>
    Stop,

    /// <summary><c>TcpListener.Server</c>, <c>TcpClient.Client</c> and <c>UdpClient.Client</c>: the socket of the object.</summary>
    Inner,
    Listen,
    Accept,

    /// <summary><c>EndAccept</c> and its like: give the socket that was accepted.</summary>
    EndAccept,

    /// <summary><c>SocketAsyncEventArgs.AcceptSocket</c>.</summary>
    AcceptedSocket,

    /// <summary>Connects before it comes back, or before the task is done that it gives back.</summary>
    Connect,

    /// <summary><c>BeginConnect</c>: connects some time.</summary>
    BeginConnect,

    /// <summary>Lets the socket go, perhaps to be used again.</summary>
    Disconnect,

    /// <summary><c>UdpClient.JoinMulticastGroup</c>.</summary>
    JoinGroup,
    Close,

    /// <summary><c>SetSocketOption</c>: what it sets is in the arguments.</summary>
    SetOption,

    /// <summary><c>SetRawSocketOption</c>: what it sets is in the arguments.</summary>
    SetNativeOption,

    /// <summary>The <c>ExclusiveAddressUse</c> property.</summary>
    ExclusiveAddressUse,

    /// <summary><c>Handle</c> and <c>SafeHandle</c>: whoever gets it can set any option.</summary>
    Handle,
}
