using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Edits;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>What a repair would do at one place.</summary>
/// <param name="Title">What the programmer reads: the consequence included.</param>
/// <param name="Changes">In rising order, apart from each other.</param>
internal sealed record RepairPlan(string Title, ImmutableArray<TextChange> Changes);

/// <summary>A row of the table of repairs.</summary>
/// <param name="DiagnosticId">The rule that it repairs.</param>
/// <param name="EquivalenceKey">Ties the action to its Fix All.</param>
/// <param name="Plan">Null where the repair is not offered.</param>
internal sealed record Repair(string DiagnosticId, string EquivalenceKey, Func<FixSite, RepairPlan?> Plan);

/// <summary>The table of repairs; the first of each rule is the one that batch fixing applies.</summary>
internal static class RepairTable
{
    private static readonly ImmutableArray<Repair> Repairs = ImmutableArray.Create(
        new Repair(RuleIds.BoundWithoutReuseAddress, "SOCK001.repair", SetReuseAddress.Plan),
        new Repair(RuleIds.SetAfterBind, "SOCK002.repair", site => MoveBeforeBind.Plan(site) ?? SetReuseAddress.Plan(site)));

    public static IEnumerable<Repair> For(string diagnosticId) => Repairs.Where(repair => repair.DiagnosticId == diagnosticId);
}
