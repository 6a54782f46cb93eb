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
        var changes = new List<TextChange>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixSite.CreateAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is not { } site)
                continue;
            Repair? repair = RepairTable.For(diagnostic.Id).FirstOrDefault(row => row.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey);
            if (repair?.Plan(site) is { } plan && !plan.Changes.Any(change => changes.Any(other => Overlap(change, other))))
                changes.AddRange(plan.Changes.Where(change => !changes.Contains(change)));
        }
        if (changes.Count == 0)
            return document;
        SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        // A stable sort: what is inserted at one place keeps the order of its diagnostics.
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End)));
    }

    private static bool Overlap(TextChange one, TextChange other) => one != other && one.Span.OverlapsWith(other.Span);
}
