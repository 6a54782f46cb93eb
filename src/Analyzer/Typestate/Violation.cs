namespace SocketSetup.Analyzers.Typestate;

/// <summary>What is wrong with the set-up of a socket.</summary>
internal enum Violation
{
    None,

    // What the set-up protocol forbids.

    /// <summary>A bind that no decision comes before.</summary>
    BoundWithoutDecision,

    /// <summary>A decision that comes after the bind, where it does nothing for it.</summary>
    DecidedAfterBind,

    /// <summary>SO_REUSEADDR taken back from a bound socket, so that the next restart fails.</summary>
    ClearedAfterBind,

    /// <summary><c>ReuseAddress</c> set on a socket that is connected.</summary>
    SetOnConnected,

    /// <summary><c>ReuseAddress</c> taken back from a socket that is connected.</summary>
    ClearedOnConnected,

    // What is told from more than the state.

    /// <summary>A bind without a decision, of a socket that joins a multicast group.</summary>
    MulticastWithoutDecision,

    /// <summary>A bind without a decision, by the start of a <c>TcpListener</c>.</summary>
    StartedWithoutDecision,

    /// <summary>A listening socket of which only protocol 0 is said, and nothing that makes up for it.</summary>
    ProtocolNotNamed,

    /// <summary>An option that contradicts one that is in force.</summary>
    Contradiction,

    /// <summary>An option that lets another process listen on the port.</summary>
    OpenedToSharing,

    /// <summary>An option that a Unix domain socket does not have.</summary>
    SetOnUnixSocket,
}
