using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Finds the creations of listening sockets that say protocol 0, wherever they are bound: for such a socket the runtime
/// does not set SO_REUSEADDR, and nobody else does.
/// </summary>
internal static class UnnamedProtocols
{
    /// <summary>Is it a creation in the body whose protocol might have to be named?</summary>
    public static bool IsAsked(Creation creation, Body body) =>
        creation is { Protocol: ProtocolArgument.Zero, IsStream: true, Family: not FamilyProof.Unix, ProtocolPlace: { } place } && body.Root.SyntaxTree == place.SyntaxTree && body.Root.Contains(place);

    public static IEnumerable<SetupFinding> All(Evidence evidence) => evidence.Record.Origins.Where(origin => IsAsked(origin.Creation!, evidence.Body))
        .GroupBy(origin => origin.Creation!.ProtocolPlace!)
        .Select(creation => Of(creation.Key, creation.ToList(), evidence))
        .OfType<SetupFinding>();

    private static SetupFinding? Of(SyntaxNode place, List<Origin> origins, Evidence evidence)
    {
        List<SocketEvent> binds = origins.SelectMany(origin => evidence.BindsOf(origin).Where(bind => Fails(origin, bind, evidence))).Distinct().OrderBy(bind => Evidence.Position(bind.Operation)).ToList();
        return binds.Count == 0 ? null : new SetupFinding(Violation.ProtocolNotNamed, binds[0], Evidence.Creations(origins), binds.ConvertAll(bind => bind.Operation), evidence.Safety.OfProtocol(origins)) { Place = place };
    }

    /// <summary>Does the socket come to the bind without SO_REUSEADDR on every path?</summary>
    private static bool Fails(Origin origin, SocketEvent bind, Evidence evidence)
    {
        // One that is bound already, as by the call before, has been asked then.
        List<Fact> facts = evidence.Record.LiveBefore(bind).FindAll(fact => ReferenceEquals(fact.Origin, origin) && !SetupProtocol.IsBound(fact.State));
        // ExclusiveAddressUse is a decision, but it does not help here.
        return facts.Exists(fact => fact.State is SocketState.Undecided or SocketState.Lent or SocketState.Exclusive)
            && !facts.Exists(fact => fact.State != SocketState.Exclusive && evidence.IsDecided(fact))
            && !evidence.History(origin).Kinds.Contains(SocketEventKind.NativeReusePortSet)
            && evidence.Listens(origin, bind);
    }
}
