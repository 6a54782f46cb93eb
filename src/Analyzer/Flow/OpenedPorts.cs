using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds the set with which a listening socket comes to its bind open to sharing.</summary>
internal static class OpenedPorts
{
    public static SetupFinding? At(SocketEvent set, Evidence evidence)
    {
        if (set.Kind is not (SocketEventKind.ReuseAddressSet or SocketEventKind.ExclusiveAddressUseCleared))
            return null;
        var origins = new HashSet<Origin>();
        var binds = new List<SocketEvent>();
        foreach (SocketEvent bind in evidence.Binds)
        {
            List<Origin> opened = evidence.Record.LiveBefore(bind)
                .Where(fact => fact.IsSocket && ReferenceEquals(fact.Options.Opened, set))
                .Select(fact => fact.Origin).Distinct()
                .Where(origin => !IsTakenBack(origin, evidence) && evidence.Listens(origin, bind)).ToList();
            origins.UnionWith(opened);
            if (opened.Count > 0)
                binds.Add(bind);
        }
        return origins.Count == 0 ? null : new SetupFinding(
            Violation.OpenedToSharing, set, Evidence.Creations(origins), binds.Select(bind => bind.Operation).OrderBy(Evidence.Position).ToList(), evidence.Safety.OfOpening(set));
    }

    /// <summary>Is SO_REUSEPORT cleared natively, on whichever path? Careful programs ask for the system first.</summary>
    private static bool IsTakenBack(Origin origin, Evidence evidence) =>
        evidence.History(origin).Kinds is var kinds && (kinds.Contains(SocketEventKind.NativeReusePortSet) || kinds.Contains(SocketEventKind.NativeOptionSet));
}
