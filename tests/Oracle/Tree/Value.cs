using System.Collections.Immutable;

namespace SocketSetup.Oracle.Tree;

/// <summary>An expression that gives a socket, or null.</summary>
internal abstract record Value;

/// <param name="Site">Its number in the program, by which both texts name it.</param>
/// <param name="Kind">What is created.</param>
/// <param name="Type">The name of its type.</param>
internal sealed record Creation(int Site, CreationKind Kind, string Type = "Socket") : Value;

/// <summary>A variable, by the name that the source has for it there: a local, a field, <c>holder.S</c>, <c>this</c>.</summary>
internal sealed record Read(string Name) : Value;

internal sealed record Nothing : Value;

/// <summary><c>test ? a : b</c>.</summary>
internal sealed record Either(Condition Test, Value WhenTrue, Value WhenFalse) : Value;

/// <summary><c>a ?? b</c>.</summary>
internal sealed record Fallback(Value First, Value Second) : Value;

/// <summary>Through <c>object</c> and back, by <c>as</c> or by a cast.</summary>
internal sealed record Cast(Value Of, bool IsAs) : Value;

/// <summary>An assignment whose value is used, as in <c>a = b = new …</c>.</summary>
internal sealed record Stored(string Target, Value Of) : Value;

/// <summary>A call of a function of the program.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Form">How it is called.</param>
/// <param name="Owner">The object it is called on; null for <c>this</c>, a local function or a static one.</param>
/// <param name="Arguments">The sockets it is given; in an extension call the first stands in front.</param>
internal sealed record Call(string Function, CallForm Form, string? Owner, ImmutableArray<Argument> Arguments) : Value;

/// <param name="Modifier">Empty, <c>ref</c> or <c>out</c>.</param>
/// <param name="Value">A plain variable where there is a modifier.</param>
internal sealed record Argument(string Modifier, Value Value);

internal enum CreationKind
{
    Stream,

    /// <summary>No listener, so never SOCK001.</summary>
    Datagram,

    /// <summary>A class of the program that derives from <c>Socket</c>.</summary>
    Derived,
}

internal enum CallForm
{
    Plain,
    Extension,
    Property,
}
