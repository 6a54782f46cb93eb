using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds the options that would turn sharing on, set on what is a Unix domain socket on every path.</summary>
internal static class UnixSets
{
    public static SetupFinding? At(SocketEvent set, Evidence evidence)
    {
        if (set.Kind is not (SocketEventKind.ReuseAddressSet or SocketEventKind.ExclusiveAddressUseCleared or SocketEventKind.ExclusiveAddressUseVaried))
            return null;
        List<Fact> facts = evidence.Record.LiveBefore(set);
        if (facts.Count == 0 || facts.Exists(fact => !fact.IsSocket || !evidence.IsUnix(fact.Origin)))
            return null;
        List<Origin> origins = facts.Select(fact => fact.Origin).Distinct().ToList();
        return new SetupFinding(Violation.SetOnUnixSocket, set, Evidence.Creations(origins), [], SafeEdits.RemoveCall);
    }
}
