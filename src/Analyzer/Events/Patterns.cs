using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads patterns, those of compilers newer than this analyzer's included.</summary>
internal static class Patterns
{
    /// <summary><c>OperationKind.NegatedPattern</c>, newer than the compiler that this analyzer is built on.</summary>
    public const OperationKind NegatedPattern = (OperationKind)0x6d;

    /// <summary><c>OperationKind.BinaryPattern</c>, as new.</summary>
    public const OperationKind BinaryPattern = (OperationKind)0x6e;

    /// <summary><c>SyntaxKind.OrPattern</c>, as new.</summary>
    public const int OrPattern = 9031;

    /// <summary>The variables that a match assigns, and whether each gets the matched value itself or a part of it.</summary>
    public static List<(ILocalSymbol Variable, bool IsWhole)> Variables(IOperation pattern)
    {
        var variables = new List<(ILocalSymbol, bool)>();
        var pending = new Stack<(IOperation Part, bool IsWhole)>();
        pending.Push((pattern, true));
        while (pending.Count > 0)
        {
            (IOperation part, bool isWhole) = pending.Pop();
            if (Declared(part) is { } variable)
                variables.Add((variable, isWhole));
            // What `not`, `and` and `or` combine are patterns of the same value; a property pattern's are of a part.
            foreach (IOperation inner in part.Children)
                pending.Push((inner, isWhole && inner is IPatternOperation && part is not (IRecursivePatternOperation or IDeclarationPatternOperation)));
        }
        return variables;
    }

    /// <summary>Does the pattern give a part of the value a name, or run a deconstruction?</summary>
    public static bool TakesApart(IOperation pattern) =>
        Variables(pattern).Any(variable => !variable.IsWhole) || pattern.DescendantsAndSelf().Any(part => part is IRecursivePatternOperation { DeconstructSymbol: not null });

    /// <summary>What the match says of null: true where the pattern matches only null, false where it matches everything but null or less; null where neither is known.</summary>
    /// <param name="pattern">Any pattern.</param>
    /// <param name="complementIsExact">Is the other outcome as telling?</param>
    public static bool? MatchesNull(IOperation pattern, out bool complementIsExact)
    {
        complementIsExact = true;
        switch (pattern)
        {
            case IConstantPatternOperation constant when Operands.IsNull(constant.Value):
                return true;
            case IConstantPatternOperation:
                complementIsExact = false;
                return false;
            case { Kind: NegatedPattern } when pattern.Children.FirstOrDefault() is IConstantPatternOperation negated && Operands.IsNull(negated.Value):
                return false;
            case IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation:
                // Without parts, and of the value's own type, { } matches all but null.
                complementIsExact = pattern is IRecursivePatternOperation { DeconstructSymbol: null, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } whole
                    && SymbolEqualityComparer.Default.Equals(whole.MatchedType, whole.InputType);
                return false;
            default:
                return null;
        }
    }

    private static ILocalSymbol? Declared(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
        _ => null,
    };
}
