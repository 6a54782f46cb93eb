using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>
/// Tells what in a file was generated, as the driver does that would filter the diagnostics. To filter the first one it looks up each symbol that the
/// file declares, which takes longer than the analysis.
/// </summary>
internal static class GeneratedCode
{
    /// <summary>Is the place in a type or a member with <c>[GeneratedCode]</c>, or on lines that are hidden by <c>#line</c>?</summary>
    public static bool Contains(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        if (IsHidden(place.SyntaxTree, place.SpanStart, cancellation))
            return true;
        for (ISymbol? symbol = model.GetEnclosingSymbol(place.SpanStart, cancellation); symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (IsMarked(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } member } && IsMarked(member)))
                return true;
        }
        return false;
    }

    /// <summary>What stands before the first <c>#line</c> is hidden, too, as the driver has it.</summary>
    private static bool IsHidden(SyntaxTree file, int position, CancellationToken cancellation) =>
        file.HasHiddenRegions() && file.GetLineVisibility(position, cancellation) is LineVisibility.Hidden or LineVisibility.BeforeFirstLineDirective;

    private static bool IsMarked(ISymbol symbol) => symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } && symbol.GetAttributes().Any(IsMark);

    private static bool IsMark(AttributeData attribute) => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } type && type.ContainingNamespace.ToDisplayString() == "System.CodeDom.Compiler";
}
