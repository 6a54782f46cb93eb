using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Takes one of two sets away that contradict each other.</summary>
internal static class KeepEither
{
    /// <summary>What the team has chosen stays.</summary>
    public static RepairPlan? First(FixSite site)
    {
        bool exclusive = Decisions.InOrder(site.Contract).First() == Decision.Exclusive;
        return Plan(site, keepReuse: !exclusive) ?? Plan(site, keepReuse: exclusive);
    }

    public static RepairPlan? Plan(FixSite site, bool keepReuse)
    {
        if (!site.Contract.Edits.HasFlag(SafeEdits.KeepEither) || site.Contract.Others.Length != 1)
            return null;
        TextSpan[] sets = [site.Contract.Others[0], site.Diagnostic.Location.SourceSpan];
        TextSpan[] go = [.. sets.Where(set => OptionSet.At(set, site)?.IsReuseAddress(site) == !keepReuse)];
        // Where only the second is under a condition, the first is all that there is elsewhere.
        return go.Length == 1 && (go[0] != sets[0] || IsAlwaysFollowed(sets[0], sets[1], site))
            ? RepairPlan.Of(keepReuse ? Resources.KeepReuseAddress : Resources.KeepExclusiveAddressUse, [RemoveCall.Changes(site, go[0])])
            : null;
    }

    /// <summary>Does the second stand in a list of statements that has the first before it, and nothing that leaves it between?</summary>
    private static bool IsAlwaysFollowed(TextSpan first, TextSpan second, FixSite site)
    {
        if (site.Find<ExpressionSyntax>(second)?.FirstAncestorOrSelf<StatementSyntax>() is not { } last)
            return false;
        if (last.Span.Contains(first))
            return true; // Of one initializer.
        List<StatementSyntax> between = StatementLists.Siblings(last).SkipWhile(statement => !statement.Span.Contains(first)).TakeWhile(statement => statement != last).ToList();
        return between.Count > 0 && !between.Exists(Crossing.Leaves);
    }
}
