using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>A diagnostic in its document, with all that an edit reads.</summary>
internal sealed record FixSite(Diagnostic Diagnostic, FixContract Contract, SourceText Text, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>Null where the diagnostic is not one that a repair understands.</summary>
    public static async Task<FixSite?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (FixContract.Read(diagnostic.Properties) is not { } contract
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return null;
        }
        return new FixSite(diagnostic, contract, await document.GetTextAsync(cancellation).ConfigureAwait(false), root, model);
    }

    /// <summary>The innermost node of the type at the span; null where the text is no longer what it was.</summary>
    public TNode? Find<TNode>(TextSpan span)
        where TNode : SyntaxNode =>
        Root.FullSpan.Contains(span) ? Root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>(node => node.Span == span) : null;
}
