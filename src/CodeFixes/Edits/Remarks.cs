using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Knows what no edit may lose: comments, and directives with what they switch off.</summary>
internal static class Remarks
{
    /// <summary>Stands one in the part of the node that goes, apart from what is kept of it?</summary>
    public static bool In(SyntaxNode node, TextSpan part, params TextSpan[] kept) => node.DescendantTrivia().Any(trivia =>
        trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
        && part.Contains(trivia.Span)
        && !kept.Any(rest => rest.Contains(trivia.Span)));
}
