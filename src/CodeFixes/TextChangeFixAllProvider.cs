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
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixSite.CreateAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } site
                && RepairTable.For(diagnostic.Id).FirstOrDefault(repair => repair.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey)?.Plan(site) is { } plan)
            {
                plans.Add(plan);
            }
        }
        List<TextChange> changes = Merge(plans);
        if (changes.Count == 0)
            return document;
        SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        // A stable sort: what is inserted at one place keeps the order of its diagnostics.
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End)));
    }

    /// <summary>A move needs no insert at the same bind, and two inserts of the same are one.</summary>
    private static List<TextChange> Merge(List<RepairPlan> plans)
    {
        var changes = new List<TextChange>();
        foreach (RepairPlan plan in plans.OrderBy(IsInsert))
        {
            if (IsInsert(plan) && plan.Changes.All(change => changes.Any(other => other.Span == change.Span)))
                continue;
            changes.AddRange(plan.Changes.Select(change => Clip(change, changes)));
        }
        return changes;
    }

    private static bool IsInsert(RepairPlan plan) => plan.Changes.All(change => change.Span.IsEmpty);

    /// <summary>Two last lines that both go share a line break: the first takes it.</summary>
    private static TextChange Clip(TextChange change, List<TextChange> before)
    {
        int end = before.Where(other => other.Span.OverlapsWith(change.Span)).Select(other => other.Span.End).DefaultIfEmpty(change.Span.Start).Max();
        return new TextChange(TextSpan.FromBounds(Math.Min(end, change.Span.End), change.Span.End), change.NewText ?? "");
    }
}
