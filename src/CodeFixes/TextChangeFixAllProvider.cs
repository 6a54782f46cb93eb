using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Fixes all places of a document in one pass over its original text, for a document, a project or a solution.</summary>
internal sealed class TextChangeFixAllProvider : DocumentBasedFixAllProvider
{
    public static readonly TextChangeFixAllProvider Instance = new();

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var plans = new List<RepairPlan>();
        var names = new HashSet<string>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixSite.CreateAsync(document, diagnostic, names, fixAllContext.CancellationToken).ConfigureAwait(false) is { } site
                && RepairTable.For(diagnostic.Id).FirstOrDefault(repair => repair.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey)?.Plan(site) is { } plan)
            {
                plans.Add(plan);
            }
        }
        IReadOnlyList<TextChange> changes = RepairMerge.Of(plans);
        if (changes.Count == 0)
            return document;
        SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
