using System.Collections.Immutable;

namespace SocketSetup.Oracle.Tree;

/// <summary>A whole program: one class, the types nested in it, and what it says of itself.</summary>
/// <param name="Main">The class whose public methods are called from outside.</param>
/// <param name="Nested">Holders, and a class that derives from <c>Socket</c>.</param>
/// <param name="Extensions">Extension methods, in a class of their own.</param>
internal sealed record ProgramTree(TypeDeclaration Main, ImmutableArray<TypeDeclaration> Nested, ImmutableArray<Function> Extensions);

/// <param name="Name">Its name.</param>
/// <param name="IsSocket">Does it derive from <c>Socket</c>?</param>
/// <param name="Fields">What it holds.</param>
/// <param name="Constructor">Null for the default one.</param>
/// <param name="Methods">Public ones are entries of the main class.</param>
internal sealed record TypeDeclaration(string Name, bool IsSocket, ImmutableArray<Field> Fields, Function? Constructor, ImmutableArray<Function> Methods);

/// <param name="Name">Its name.</param>
/// <param name="Type">The type of a holder; null for a socket.</param>
/// <param name="Kind">How it is declared.</param>
/// <param name="IsStatic">One for all objects.</param>
/// <param name="Initializer">Null for none.</param>
internal sealed record Field(string Name, string? Type, FieldKind Kind, bool IsStatic, Value? Initializer);

internal sealed record Function(string Name, FunctionKind Kind, bool IsStatic, ResultKind Result, ImmutableArray<Parameter> Parameters, Block Body);

/// <param name="Name">Its name.</param>
/// <param name="Modifier">Empty, <c>ref</c> or <c>out</c>.</param>
internal sealed record Parameter(string Name, string Modifier);

internal enum FieldKind
{
    Variable,
    ReadOnly,
    Property,
}

internal enum FunctionKind
{
    /// <summary>Called from outside its class.</summary>
    Entry,
    Constructor,
    Method,
    Property,
    Extension,
    LocalFunction,
    Lambda,
}

internal enum ResultKind
{
    Nothing,
    Socket,
    Pair,
}
