namespace SocketSetup.Oracle.Tree;

internal abstract record Condition;

/// <summary>Nobody can tell: either way is a path.</summary>
internal sealed record Opaque(string Flag) : Condition;

/// <summary>Opaque in the source, and true only so many times on one path: what bounds a recursion.</summary>
internal sealed record Again(int Id, string Flag) : Condition;

/// <summary>A test that the value at hand decides.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Designation">The variable that a pattern makes.</param>
internal sealed record NullTest(string Name, NullTestForm Form, string? Designation) : Condition;

internal enum NullTestForm
{
    IsNull,
    IsNotNull,
    Pattern,
}
