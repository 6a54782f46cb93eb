using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>A diagnostic in its document, with all that an edit reads.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Contract">What the analyzer says of it.</param>
/// <param name="Text">The text to be changed.</param>
/// <param name="Root">Its tree.</param>
/// <param name="Models">Of the document first, then of the same file in other projects.</param>
/// <param name="Given">The names of new locals that this pass over the document has given away.</param>
internal sealed record FixSite(Diagnostic Diagnostic, FixContract Contract, SourceText Text, SyntaxNode Root, IReadOnlyList<SemanticModel> Models, HashSet<string> Given)
{
    public SemanticModel Model => Models[0];

    /// <summary>Null where the diagnostic is not one that a repair understands.</summary>
    public static async Task<FixSite?> CreateAsync(Document document, Diagnostic diagnostic, HashSet<string> given, CancellationToken cancellation)
    {
        if (FixContract.Read(diagnostic.Properties) is not { } contract || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return null;
        var models = new List<SemanticModel>();
        var runtimes = new HashSet<RuntimeProfile>();
        foreach (DocumentId id in new[] { document.Id }.Concat(document.GetLinkedDocumentIds()))
        {
            if (document.Project.Solution.GetDocument(id) is { } linked && await linked.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
            {
                models.Add(model);
                runtimes.Add(RuntimeOf(linked.Project, model.Compilation));
            }
        }
        // A file of several projects gets one edit, and it meets the runtime of each.
        if (runtimes.Count > 1)
            contract.Profile = RuntimeProfile.Unknown;
        return models.Count == 0 ? null : new FixSite(diagnostic, contract, await document.GetTextAsync(cancellation).ConfigureAwait(false), root, models, given);
    }

    /// <summary>The innermost node of the type at the span; null where the text is no longer what it was.</summary>
    public TNode? Find<TNode>(TextSpan span)
        where TNode : SyntaxNode =>
        Root.FullSpan.Contains(span) ? Root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>(node => node.Span == span) : null;

    /// <summary>Do directives in the member around it make it another one for another target? What is wrong there for one may be needed for the other.</summary>
    public bool DependsOnTarget(SyntaxNode node) =>
        Models.Count > 1 && MemberAround(node).ContainsDirectives;

    /// <summary>A member of a type, qualified where its short name means nothing at the place, or something else, in any of the projects.</summary>
    public string Name(int position, string space, string type, string member)
    {
        string name = $"{type}.{member}";
        return Models.All(model => IsMeant(model, position, name, $"{space}.{type}")) && !IsLocal(position, type) ? name : $"global::{space}.{name}";
    }

    /// <summary>A type, qualified where its short name means nothing at the place, or something else, in any of the projects.</summary>
    public string Name(int position, string space, string type)
    {
        return Models.All(IsMeant) && !IsLocal(position, type) ? type : $"global::{space}.{type}";

        bool IsMeant(SemanticModel model) =>
            model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol?.ToDisplayString() == $"{space}.{type}";
    }

    /// <summary>Has the framework of every project the member?</summary>
    public bool Has(string type, string member) => Models.All(model =>
        model.Compilation.GetTypeByMetadataName(type) is { DeclaredAccessibility: Accessibility.Public } found && !found.GetMembers(member).IsEmpty);

    /// <summary>A name for a local that means nothing yet where the node stands, nor in what surrounds it.</summary>
    public string FreshName(SyntaxNode node, string name)
    {
        SyntaxNode scope = MemberAround(node);
        for (int number = 0; ; number++)
        {
            string candidate = number == 0 ? name : $"{name}{number}";
            if (Models.All(model => model.LookupSymbols(node.SpanStart, name: candidate).IsEmpty)
                && !scope.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == candidate)
                && Given.Add($"{candidate} {scope.SpanStart}"))
            {
                return candidate;
            }
        }
    }

    /// <summary>Is it a local of the member, too? One that is declared later means nothing yet where it is asked, and hides the type all the same.</summary>
    private bool IsLocal(int position, string name) =>
        Root.FindToken(position).Parent is { } node && MemberAround(node).DescendantNodes().Any(declared => declared is VariableDeclaratorSyntax { Identifier.ValueText: var variable, Parent.Parent: not BaseFieldDeclarationSyntax } && variable == name);

    private SyntaxNode MemberAround(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? Root;

    private static RuntimeProfile RuntimeOf(Project project, Compilation compilation)
    {
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.TargetFramework", out string? framework);
        return RuntimeProfiles.Of(framework, compilation);
    }

    private static bool IsMeant(SemanticModel model, int position, string name, string type) =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression) is var info
        && (info.Symbol ?? (info.CandidateReason is CandidateReason.MemberGroup or CandidateReason.OverloadResolutionFailure ? info.CandidateSymbols[0] : null)) is { ContainingType: { } owner }
        && owner.ToDisplayString() == type;
}
