using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads patterns, those of compilers newer than this analyzer's included.</summary>
internal static class Patterns
{
    /// <summary><c>OperationKind.NegatedPattern</c>, newer than the compiler that this analyzer is built on.</summary>
    private const OperationKind NegatedPattern = (OperationKind)0x6e;

    /// <summary>The variables that a match assigns.</summary>
    /// <param name="pattern">Any pattern.</param>
    /// <param name="whole">The one that gets the matched value itself, if any.</param>
    public static List<ILocalSymbol> Variables(IOperation pattern, out ILocalSymbol? whole)
    {
        whole = Declared(pattern);
        var variables = new List<ILocalSymbol>();
        foreach (IOperation part in pattern.DescendantsAndSelf())
        {
            if (Declared(part) is { } variable)
                variables.Add(variable);
        }
        return variables;
    }

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
                complementIsExact = false;
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
