namespace SocketSetup.Analyzers.Flow;

/// <summary>Edits that make no working program throw, as far as the sockets that meet them are concerned.</summary>
[Flags]
internal enum SafeEdits
{
    None = 0,

    /// <summary>Set <c>ReuseAddress</c> before the bind.</summary>
    SetBeforeBind = 1,

    /// <summary>Set it right after the creations: other sockets reach the bind.</summary>
    SetAfterCreation = 2,

    /// <summary>Set it before the bind where the socket is no Unix domain socket.</summary>
    SetBeforeBindUnlessUnix = 4,

    /// <summary>Move the late set before the bind.</summary>
    Move = 8,

    /// <summary>Set <c>ExclusiveAddressUse</c> before the bind: every socket that reaches it is TCP by name, and the runtime knows the option.</summary>
    ExclusiveBeforeBind = 16,

    /// <summary>Name TCP in the creations and set <c>ExclusiveAddressUse</c> before the bind.</summary>
    TcpAndExclusive = 32,

    /// <summary>Name TCP in place of the protocol.</summary>
    NameTcp = 64,

    /// <summary>Take the set away.</summary>
    RemoveCall = 128,

    /// <summary>Take either of two sets that contradict each other away: the one at fault, or the other.</summary>
    KeepEither = 256,

    /// <summary>Set <c>ExclusiveAddressUse</c> in place of what opens the port.</summary>
    ReplaceByExclusive = 512,

    /// <summary>Clear SO_REUSEPORT natively after what turns it on: the target has <c>SetRawSocketOption</c>.</summary>
    TakeSharingBack = 1024,

    /// <summary>Make the client unbound, set the option, and bind its socket then.</summary>
    RewriteUdpClient = 2048,

    /// <summary>Where <c>ExclusiveAddressUse</c> may be set, only on a socket that is not bound yet: the property throws then.</summary>
    UnlessBound = 4096,

    /// <summary>Where the late set is said before the bind, not on Windows: it is never made there.</summary>
    NeverOnWindows = 8192,
}
