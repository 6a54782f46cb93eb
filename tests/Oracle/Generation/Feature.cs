namespace SocketSetup.Oracle.Generation;

/// <summary>What a program may be made of, beside sockets and what is done to them.</summary>
internal enum Feature
{
    Several,
    Branch,
    Switch,
    Loop,
    Catch,
    Finally,
    Return,
    Using,
    Ternary,
    Coalesce,
    ConditionalAccess,
    NullTest,
    Alias,
    Lambda,
    LocalFunction,
    Helper,
    Factory,
    Field,
    Holder,
    Unseen,
    Derived,
}
