using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds <c>ReuseAddress</c> set where every path has connected the socket, or got it from a listener.</summary>
internal static class ConnectedSets
{
    public static SetupFinding? At(SocketEvent set, Evidence evidence)
    {
        List<Fact> facts = evidence.Record.LiveBefore(set);
        if (facts.Count == 0 || facts.Exists(fact => !fact.IsSocket || fact.State != SocketState.Connected) || SetupProtocol.Next(SocketState.Connected, set.Kind) is not { Violation: var violation })
            return null;
        // What is cleared on a connection of one's own is no server's.
        if (!facts.TrueForAll(fact => fact.Origin.Creation!.IsAccepted))
            violation = Violation.SetOnConnected;
        return new SetupFinding(violation, set, Evidence.Creations(facts.Select(fact => fact.Origin)), [], SafeEdits.RemoveCall);
    }
}
