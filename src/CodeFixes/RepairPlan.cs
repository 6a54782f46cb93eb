using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>What a repair would do at one place.</summary>
/// <param name="Title">What the programmer reads: the consequence included.</param>
/// <param name="Changes">In rising order, apart from each other.</param>
internal sealed record RepairPlan(string Title, ImmutableArray<TextChange> Changes)
{
    /// <summary>Does it add and take nothing away?</summary>
    public bool IsInsert => Changes.All(change => change.Span.IsEmpty);

    /// <summary>All changes or none: null where a part of them cannot be made.</summary>
    public static RepairPlan? Of(string title, IEnumerable<IEnumerable<TextChange>?> parts)
    {
        var changes = new List<TextChange>();
        foreach (IEnumerable<TextChange>? part in parts)
        {
            if (part is null)
                return null;
            changes.AddRange(part);
        }
        return changes.Count == 0 ? null : new RepairPlan(title, InOrder(changes).ToImmutableArray());
    }

    /// <summary>What is inserted where a replaced text begins comes before it; two texts at one place keep their order.</summary>
    public static IEnumerable<TextChange> InOrder(IEnumerable<TextChange> changes) => changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End);
}
