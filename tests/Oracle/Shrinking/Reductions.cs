using System.Collections.Immutable;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Shrinking;

/// <summary>All programs that are one step smaller. Those that do not compile fall out when they are tried.</summary>
internal static class Reductions
{
    public static IEnumerable<ProgramTree> Of(ProgramTree program)
    {
        foreach (ImmutableArray<TypeDeclaration> nested in Lists.Without(program.Nested))
            yield return program with { Nested = nested };
        foreach (ImmutableArray<Function> extensions in Lists.Smaller(program.Extensions, Of))
            yield return program with { Extensions = extensions };
        foreach (TypeDeclaration main in Of(program.Main))
            yield return program with { Main = main };
        foreach (ImmutableArray<TypeDeclaration> nested in Lists.Changed(program.Nested, Of))
            yield return program with { Nested = nested };
    }

    private static IEnumerable<TypeDeclaration> Of(TypeDeclaration type)
    {
        foreach (ImmutableArray<Function> methods in Lists.Smaller(type.Methods, Of))
            yield return type with { Methods = methods };
        foreach (ImmutableArray<Field> fields in Lists.Smaller(type.Fields, Of))
            yield return type with { Fields = fields };
        if (type.Constructor is not { } constructor)
            yield break;
        if (!type.IsSocket)
            yield return type with { Constructor = null };
        foreach (Function smaller in Of(constructor))
            yield return type with { Constructor = smaller };
    }

    private static IEnumerable<Field> Of(Field field)
    {
        if (field.Initializer is not null && field.Type is null)
            yield return field with { Initializer = null };
        if (field.IsStatic)
            yield return field with { IsStatic = false };
        if (field.Kind != FieldKind.Variable)
            yield return field with { Kind = FieldKind.Variable };
    }

    private static IEnumerable<Function> Of(Function function)
    {
        foreach (Block body in StatementReductions.Of(function.Body))
            yield return function with { Body = body };
        if (function.Kind == FunctionKind.Property)
            yield return function with { Kind = FunctionKind.Method };
    }
}
