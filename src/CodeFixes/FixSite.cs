using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>A diagnostic in its document, with all that an edit reads.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Contract">What the analyzer says of it.</param>
/// <param name="Text">The text to be changed.</param>
/// <param name="Root">Its tree.</param>
/// <param name="Models">Of the document first, then of the same file in other projects.</param>
internal sealed record FixSite(Diagnostic Diagnostic, FixContract Contract, SourceText Text, SyntaxNode Root, IReadOnlyList<SemanticModel> Models)
{
    public SemanticModel Model => Models[0];

    /// <summary>Null where the diagnostic is not one that a repair understands.</summary>
    public static async Task<FixSite?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (FixContract.Read(diagnostic.Properties) is not { } contract || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return null;
        var models = new List<SemanticModel>();
        foreach (DocumentId id in new[] { document.Id }.Concat(document.GetLinkedDocumentIds()))
        {
            if (document.Project.Solution.GetDocument(id) is { } linked && await linked.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
                models.Add(model);
        }
        return models.Count == 0 ? null : new FixSite(diagnostic, contract, await document.GetTextAsync(cancellation).ConfigureAwait(false), root, models);
    }

    /// <summary>The innermost node of the type at the span; null where the text is no longer what it was.</summary>
    public TNode? Find<TNode>(TextSpan span)
        where TNode : SyntaxNode =>
        Root.FullSpan.Contains(span) ? Root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>(node => node.Span == span) : null;

    /// <summary>An enum member of System.Net.Sockets, qualified where the short name means nothing at the place, or something else, in any of the projects.</summary>
    public string Name(int position, string name) => Models.All(model => IsMeant(model, position, name)) ? name : $"global::System.Net.Sockets.{name}";

    private static bool IsMeant(SemanticModel model, int position, string name) =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Symbol is IFieldSymbol { ContainingType: var type }
        && $"{type.ToDisplayString()}" == $"System.Net.Sockets.{name.Split('.')[0]}";
}
