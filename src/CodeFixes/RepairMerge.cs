using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Makes one change of a text out of the plans for its places.</summary>
internal static class RepairMerge
{
    /// <summary>A plan that would undo what another does is left out: a next pass finds it again.</summary>
    public static TextChange[] Of(IEnumerable<RepairPlan> plans)
    {
        var taken = new List<ImmutableArray<TextChange>>();
        var merged = new List<ImmutableArray<TextChange>>();
        var moved = new HashSet<TextSpan>();
        foreach (RepairPlan plan in plans.OrderBy(plan => plan.IsInsert))
        {
            // A move needs no insert at the same bind.
            if (plan.IsInsert && plan.Changes.All(change => moved.Contains(change.Span)))
                continue;
            List<TextChange> before = merged.SelectMany(part => part).ToList();
            // What two plans do at one place is done once.
            List<ImmutableArray<TextChange>> added = plan.Parts.Where(part => !taken.Exists(other => other.SequenceEqual(part))).ToList();
            List<ImmutableArray<TextChange>> clipped = added.ConvertAll(part => part.Select(change => Clip(change, before)).ToImmutableArray());
            if (clipped.Exists(part => part.Any(change => before.Exists(other => Cross(change.Span, other.Span)))))
                continue;
            taken.AddRange(added);
            merged.AddRange(clipped);
            if (!plan.IsInsert)
                moved.UnionWith(plan.Changes.Select(change => change.Span));
        }
        return RepairPlan.InOrder(merged).ToArray();
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
