using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>What a repair would do at one diagnostic.</summary>
/// <param name="Title">What the programmer reads: the consequence included.</param>
/// <param name="Parts">The changes, by the place that they are made at: a brace belongs to the one that it matches.</param>
internal sealed record RepairPlan(string Title, ImmutableArray<ImmutableArray<TextChange>> Parts)
{
    /// <summary>In rising order, apart from each other.</summary>
    public IEnumerable<TextChange> Changes => InOrder(Parts);

    /// <summary>Does it add and take nothing away?</summary>
    public bool IsInsert => Changes.All(change => change.Span.IsEmpty);

    /// <summary>All changes or none: null where a part of them cannot be made.</summary>
    public static RepairPlan? Of(string title, TextChange[]?[] parts)
    {
        ImmutableArray<TextChange>?[] all = [.. parts.Select(part => part?.ToImmutableArray())];
        return all.Contains(null) || all.All(part => part!.Value.IsEmpty) ? null : new RepairPlan(title, all.Select(part => part!.Value).Where(part => !part.IsEmpty).ToImmutableArray());
    }

    /// <summary>
    /// What is inserted where a replaced text begins comes before it. Of two texts at one place that which ends something
    /// comes before that which begins something, of two that end something the one which began later, and of two that begin
    /// something the one which takes its text from elsewhere: what is moved before a new bind comes before it.
    /// </summary>
    public static IEnumerable<TextChange> InOrder(IEnumerable<ImmutableArray<TextChange>> parts) => parts
        .Select(part => (Changes: part, Start: part.Min(change => change.Span.Start), Adds: part.All(change => change.Span.IsEmpty)))
        .SelectMany(part => part.Changes.Select(change => (Change: change, part.Start, part.Adds)))
        .OrderBy(one => one.Change.Span.Start)
        .ThenBy(one => one.Change.Span.End)
        .ThenBy(one => one.Change.Span.Start == one.Start)
        .ThenByDescending(one => one.Start)
        .ThenBy(one => one.Adds)
        .Select(one => one.Change);
}
