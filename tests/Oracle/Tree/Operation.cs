namespace SocketSetup.Oracle.Tree;

/// <summary>What can be done to a socket. Public, since the executed text names it.</summary>
public enum Operation
{
    Bind,
    Accept,
    Listen,
    Close,
    Dispose,

    /// <summary>Hands it to code that cannot be seen.</summary>
    Hand,

    ReuseTrue,
    ReuseFalse,
    ReuseVariable,
    ExclusiveTrue,
    ExclusiveFalse,
    ExclusiveVariable,
    ExclusiveOptionTrue,
    ExclusiveOptionFalse,
    RawReuse,

    NoDelay,
    BufferSize,
    KeepAlive,
    ReceiveTimeout,
}

internal static class Operations
{
    /// <summary>Can it be late? Raw options are not asked about.</summary>
    public static bool IsSet(this Operation operation) => operation is >= Operation.ReuseTrue and <= Operation.ExclusiveOptionFalse;

    public static bool IsExclusive(this Operation operation) => operation is >= Operation.ExclusiveTrue and <= Operation.ExclusiveOptionFalse;

    /// <summary>An assignment, which cannot be conditional.</summary>
    public static bool IsAssignment(this Operation operation) =>
        operation is Operation.ExclusiveTrue or Operation.ExclusiveFalse or Operation.ExclusiveVariable or Operation.NoDelay or Operation.BufferSize or Operation.ReceiveTimeout;

    public static bool IsClose(this Operation operation) => operation is Operation.Close or Operation.Dispose;
}
