using System.Collections.Immutable;

namespace SocketSetup.Oracle.Tree;

internal abstract record Statement;

/// <summary>A new local; a <c>using</c> one is closed at the end of its block.</summary>
internal sealed record Declare(string Name, Value Value, bool IsUsing) : Statement;

/// <summary>A new local that holds an object which holds a socket.</summary>
internal sealed record DeclareHolder(string Name, string Type, ImmutableArray<Value> Arguments) : Statement;

/// <summary><c>a = v</c>, or <c>a ??= v</c>.</summary>
internal sealed record Assign(string Target, Value Value, bool IfNull) : Statement;

/// <summary><c>(a, b) = (b, a)</c>.</summary>
internal sealed record Swap(string First, string Second) : Statement;

/// <summary><c>(a, b) = Call()</c>.</summary>
internal sealed record Unpack(string First, string Second, Call From) : Statement;

/// <summary>Something done to a socket.</summary>
/// <param name="Site">Its number in the program.</param>
/// <param name="On">The socket.</param>
/// <param name="Operation">What is done.</param>
/// <param name="IsConditional">By <c>?.</c>.</param>
internal sealed record Operate(int Site, Value On, Operation Operation, bool IsConditional) : Statement;

internal sealed record Invoke(Call Call) : Statement;

internal sealed record Branch(Condition Test, Block Then, Block? Else) : Statement;

/// <summary>A switch statement; the last section is the default.</summary>
internal sealed record Choice(ImmutableArray<Block> Sections) : Statement;

internal sealed record Loop(LoopKind Kind, Block Body) : Statement;

internal sealed record Attempt(Block Body, ImmutableArray<Handler> Handlers, Block? Finally) : Statement;

internal sealed record Handler(HandlerKind Kind, Block Body);

internal sealed record Using(string Name, Value Value, Block Body) : Statement;

internal sealed record Jump(JumpKind Kind) : Statement;

/// <summary>Returns one socket, or a pair.</summary>
internal sealed record Return(Value Value, Value? Second) : Statement;

/// <summary>A local function, or a lambda in a local.</summary>
internal sealed record Nested(Function Function) : Statement;

internal sealed record Block(ImmutableArray<Statement> Statements)
{
    public static readonly Block Empty = new(ImmutableArray<Statement>.Empty);
}

internal enum LoopKind
{
    While,
    For,
    Do,

    /// <summary><c>while (true)</c>, left by a jump only.</summary>
    Forever,
}

internal enum HandlerKind
{
    Bare,
    All,

    /// <summary>Catches what its filter says.</summary>
    Filtered,

    /// <summary>Catches a type that the exception may have.</summary>
    Specific,
}

internal enum JumpKind
{
    Break,
    Continue,
    Return,
    Throw,
    Rethrow,
}
