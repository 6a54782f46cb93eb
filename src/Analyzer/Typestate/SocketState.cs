namespace SocketSetup.Analyzers.Typestate;

/// <summary>How far the set-up of one socket has come on one path.</summary>
internal enum SocketState
{
    /// <summary>Created, and nobody has thought of its address.</summary>
    Undecided,

    /// <summary>Undecided, but an object of the framework holds it, a list say, through which it may be reached.</summary>
    Lent,

    /// <summary>SO_REUSEADDR is on; clearing <c>ReuseAddress</c> takes that back.</summary>
    Reusing,

    /// <summary><c>ExclusiveAddressUse</c> is on, and nothing else has been done: a decision that cannot be taken back.</summary>
    Exclusive,

    /// <summary>Another decision that cannot be taken back: several options, or code that cannot be seen.</summary>
    Settled,

    /// <summary>Bound without a decision.</summary>
    Bound,

    /// <summary>Bound after a decision.</summary>
    BoundByDecision,

    /// <summary>Connected, or accepted: it got its address by that, and not by a bind of its own.</summary>
    Connected,

    Closed,
}
