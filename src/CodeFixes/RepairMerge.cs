using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Makes one change of a text out of the plans for its places.</summary>
internal static class RepairMerge
{
    /// <summary>A plan that would undo what another does is left out: a next pass finds it again.</summary>
    public static IReadOnlyList<TextChange> Of(IEnumerable<RepairPlan> plans)
    {
        var merged = new List<TextChange>();
        // A move needs no insert at the same bind.
        foreach (RepairPlan plan in plans.OrderBy(plan => plan.IsInsert))
        {
            if (plan.IsInsert && plan.Changes.All(change => merged.Exists(other => other.Span == change.Span)))
                continue;
            List<TextChange> changes = plan.Changes.Where(change => !merged.Contains(change)).Select(change => Clip(change, merged)).ToList();
            if (!changes.Exists(change => merged.Exists(other => Cross(change.Span, other.Span))))
                merged.AddRange(changes);
        }
        return RepairPlan.InOrder(merged).ToList();
    }

    /// <summary>Two neighbouring texts that both go may share white space: the first takes it.</summary>
    private static TextChange Clip(TextChange change, List<TextChange> before)
    {
        if (change.NewText != "")
            return change;
        int end = before.Where(other => other.NewText == "" && other.Span.OverlapsWith(change.Span)).Select(other => other.Span.End).DefaultIfEmpty(change.Span.Start).Max();
        return new TextChange(TextSpan.FromBounds(Math.Min(end, change.Span.End), change.Span.End), "");
    }

    private static bool Cross(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;
}
