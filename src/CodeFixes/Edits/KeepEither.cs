using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
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
        return go.Length == 1 ? RepairPlan.Of(keepReuse ? Resources.KeepReuseAddress : Resources.KeepExclusiveAddressUse, [RemoveCall.Changes(site, go[0])]) : null;
    }
}
