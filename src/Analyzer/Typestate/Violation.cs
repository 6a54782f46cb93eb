namespace SocketSetup.Analyzers.Typestate;

/// <summary>What the set-up protocol forbids.</summary>
internal enum Violation
{
    None,

    /// <summary>A bind that no decision comes before.</summary>
    BoundWithoutDecision,

    /// <summary>A decision that comes after the bind, where it does nothing for it.</summary>
    DecidedAfterBind,

    /// <summary>SO_REUSEADDR taken back from a bound socket, so that the next restart fails.</summary>
    ClearedAfterBind,
}
