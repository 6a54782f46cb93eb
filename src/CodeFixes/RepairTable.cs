using System.Collections.Immutable;
using SocketSetup.Analyzers.CodeFixes.Edits;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>A row of the table of repairs.</summary>
/// <param name="DiagnosticId">The rule that it repairs.</param>
/// <param name="EquivalenceKey">Ties the action to its Fix All.</param>
/// <param name="Plan">Null where the repair is not offered.</param>
internal sealed record Repair(string DiagnosticId, string EquivalenceKey, Func<FixSite, RepairPlan?> Plan);

/// <summary>
/// The table of repairs. The first of each rule is the one that batch fixing applies, and chooses its edit per place;
/// the others do the same edit everywhere.
/// </summary>
internal static class RepairTable
{
    private static readonly ImmutableArray<Repair> Repairs = ImmutableArray.Create(
        new Repair(RuleIds.BoundWithoutReuseAddress, "SOCK001.repair", DecideAddress.First),
        new Repair(RuleIds.BoundWithoutReuseAddress, "SOCK001.reuse", site => DecideAddress.Plan(site, Decision.Reuse)),
        new Repair(RuleIds.BoundWithoutReuseAddress, "SOCK001.reuse_except_windows", site => DecideAddress.Plan(site, Decision.ReuseExceptOnWindows)),
        new Repair(RuleIds.BoundWithoutReuseAddress, "SOCK001.exclusive", site => DecideAddress.Plan(site, Decision.Exclusive)),
        new Repair(RuleIds.SetAfterBind, "SOCK002.repair", site => MoveBeforeBind.Plan(site) ?? UnbindUdpClient.WithLateSet(site) ?? DecideAddress.SaidEarly(site) ?? RemoveCall.Plan(site)),
        new Repair(RuleIds.ProtocolNotNamed, "SOCK003.repair", NameTcp.Plan),
        new Repair(RuleIds.SetOnConnected, "SOCK004.repair", RemoveCall.Plan),
        new Repair(RuleIds.Contradiction, "SOCK005.repair", KeepEither.First),
        new Repair(RuleIds.Contradiction, "SOCK005.reuse", site => KeepEither.Plan(site, keepReuse: true)),
        new Repair(RuleIds.Contradiction, "SOCK005.exclusive", site => KeepEither.Plan(site, keepReuse: false)),
        new Repair(RuleIds.OpenToSharing, "SOCK006.repair", site => CloseToSharing.Exclusive(site) ?? CloseToSharing.TakeBack(site)),
        new Repair(RuleIds.OpenToSharing, "SOCK006.exclusive", CloseToSharing.Exclusive),
        new Repair(RuleIds.OpenToSharing, "SOCK006.take_back", CloseToSharing.TakeBack),
        new Repair(RuleIds.MulticastWithoutReuseAddress, "SOCK007.repair", site =>
            DecideAddress.Reuse(site, Resources.SetReuseAddressForReceivers) ?? UnbindUdpClient.WithReuse(site, Resources.SetReuseAddressForReceivers)),
        new Repair(RuleIds.StartedWithoutDecision, "SOCK008.repair", DecideAddress.First),
        new Repair(RuleIds.StartedWithoutDecision, "SOCK008.reuse", site => DecideAddress.Plan(site, Decision.Reuse)),
        new Repair(RuleIds.StartedWithoutDecision, "SOCK008.reuse_except_windows", site => DecideAddress.Plan(site, Decision.ReuseExceptOnWindows)),
        new Repair(RuleIds.StartedWithoutDecision, "SOCK008.exclusive", site => DecideAddress.Plan(site, Decision.Exclusive)),
        new Repair(RuleIds.SetOnUnixSocket, "SOCK009.repair", RemoveCall.Plan));

    public static ImmutableArray<string> DiagnosticIds { get; } = Repairs.Select(repair => repair.DiagnosticId).Distinct().ToImmutableArray();

    public static IEnumerable<Repair> For(string diagnosticId) => Repairs.Where(repair => repair.DiagnosticId == diagnosticId);

    /// <summary>Null where no repair has the key.</summary>
    public static string? RuleOf(string equivalenceKey) => Repairs.FirstOrDefault(repair => repair.EquivalenceKey == equivalenceKey)?.DiagnosticId;
}
