using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Asks the facts of one graph which violations are proven.</summary>
internal sealed class Judge
{
    private readonly FlowRecord record;
    private readonly ListenerProof listeners;
    private readonly CancellationToken cancellation;

    public Judge(FlowRecord record, ListenerProof listeners, CancellationToken cancellation)
    {
        this.record = record;
        this.listeners = listeners;
        this.cancellation = cancellation;
    }

    /// <summary>The findings of the graph; a late decision stands for the bind that it comes too late for.</summary>
    public IReadOnlyList<SetupFinding> Findings()
    {
        List<SocketEvent> events = Events().ToList();
        List<SetupFinding> late = events.Select(Late).OfType<SetupFinding>().ToList();
        var excused = new HashSet<IOperation>(late.SelectMany(finding => finding.Binds));
        return late.Concat(events.Where(bind => !excused.Contains(bind.Operation)).Select(Undecided).OfType<SetupFinding>()).ToList();
    }

    /// <summary>An option set where every path has bound the socket.</summary>
    private SetupFinding? Late(SocketEvent set)
    {
        if (set.Kind is not (SocketEventKind.ReuseAddressSet or SocketEventKind.ReuseAddressCleared or SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ExclusiveAddressUseCleared))
            return null;
        List<Fact> facts = Live(set);
        if (facts.Count == 0 || facts.Any(fact => !fact.IsSocket || fact.Origin.Creation!.Family == FamilyProof.Unix))
            return null;
        List<Violation> violations = facts.Select(fact => SetupProtocol.Next(fact.State, set.Kind)?.Violation ?? Violation.None).Distinct().ToList();
        List<IOperation> binds = facts.Select(fact => fact.BoundAt).OfType<IOperation>().Distinct().OrderBy(Position).ToList();
        if (violations.Count != 1 || violations[0] == Violation.None || binds.Any(IsUnixBind))
            return null;
        // Only a stream leaves connections behind that the next bind could meet.
        bool streams = facts.All(fact => fact.Origin.Creation!.IsStream);
        if (violations[0] == Violation.ClearedAfterBind && !streams && facts.Any(fact => fact.State == SocketState.BoundByDecision))
            return null;
        var origins = new HashSet<Origin>(facts.Select(fact => fact.Origin));
        return new SetupFinding(streams ? violations[0] : Violation.DecidedAfterBind, set, Creations(origins), binds, SafeForLate(set.Kind, origins, binds));
    }

    /// <summary>A bind that some listening socket reaches and that no path from its creation comes to decided.</summary>
    private SetupFinding? Undecided(SocketEvent bind)
    {
        if (bind.Kind != SocketEventKind.Bound || !listeners.IsFixedPort((IInvocationOperation)bind.Operation, cancellation))
            return null;
        var origins = new HashSet<Origin>(Live(bind)
            .Where(fact => fact.IsSocket)
            .GroupBy(fact => fact.Origin)
            .Where(facts => facts.Any(fact => fact.State == SocketState.Undecided) && !facts.Any(fact => SetupProtocol.IsDecided(fact.State)))
            .Select(facts => facts.Key)
            .Where(origin => listeners.IsListener(origin.Creation!, record.History(origin), (IInvocationOperation)bind.Operation, cancellation)));
        return origins.Count == 0 ? null : new SetupFinding(Violation.BoundWithoutDecision, bind, Creations(origins), [bind.Operation], SafeForBind(bind, origins));
    }

    /// <summary>What the event's variable may hold; neither null nor a closed socket gets past it.</summary>
    private List<Fact> Live(SocketEvent socketEvent) =>
        record.Before(socketEvent).Where(fact => !ReferenceEquals(fact.Origin, Origin.Null) && fact.State != SocketState.Closed).ToList();

    private SafeEdits SafeForBind(SocketEvent bind, HashSet<Origin> origins)
    {
        List<Fact> others = Live(bind).Where(fact => !origins.Contains(fact.Origin)).ToList();
        bool othersAreFree = others.All(fact => fact.IsSocket && !SetupProtocol.IsDecided(fact.State)) && !Contradict(SocketEventKind.ReuseAddressSet, others.Select(fact => fact.Origin));
        if (Contradict(SocketEventKind.ReuseAddressSet, origins))
            return SafeEdits.None;
        if (others.Count == 0 || (othersAreFree && IsIPBind(bind.Operation)))
            return SafeEdits.SetBeforeBind;
        return (origins.All(IsIP) ? SafeEdits.SetAfterCreation : SafeEdits.None) | (othersAreFree ? SafeEdits.SetBeforeBindUnlessUnix : SafeEdits.None);
    }

    private SafeEdits SafeForLate(SocketEventKind kind, HashSet<Origin> origins, List<IOperation> binds)
    {
        IEnumerable<Fact> bound = Events().Where(bind => bind.Kind == SocketEventKind.Bound && binds.Contains(bind.Operation)).SelectMany(Live);
        if (bound.Any(fact => !origins.Contains(fact.Origin) || SetupProtocol.IsDecided(fact.State)) || Contradict(kind, origins))
            return SafeEdits.None;
        if (kind != SocketEventKind.ReuseAddressSet)
            return SafeEdits.Move;
        // What is cleared later on must not be cleared before the bind, by moving that too.
        SafeEdits move = origins.Any(origin => record.History(origin).Kinds.Contains(SocketEventKind.ReuseAddressCleared)) ? SafeEdits.None : SafeEdits.Move;
        return move | (origins.All(IsIP) || binds.All(IsIPBind) ? SafeEdits.SetBeforeBind : SafeEdits.SetBeforeBindUnlessUnix);
    }

    /// <summary>Do the sockets get an option somewhere that would contradict one of the kind? Windows throws at the second of the two.</summary>
    private bool Contradict(SocketEventKind kind, IEnumerable<Origin> origins)
    {
        SocketEventKind? opposite = kind switch
        {
            SocketEventKind.ReuseAddressSet => SocketEventKind.ExclusiveAddressUseSet,
            SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ReuseAddressCleared => SocketEventKind.ReuseAddressSet,
            _ => null,
        };
        return opposite is { } contrary && origins.Any(origin => origin.IsSocket && record.History(origin).Kinds.Contains(contrary));
    }

    private IEnumerable<SocketEvent> Events() => record.Graph.Events.SelectMany(block => block);

    private static bool IsIP(Origin origin) => origin.Creation!.Family == FamilyProof.IP;

    private bool IsIPBind(IOperation bind) => EndPoints.Of((IInvocationOperation)bind) is { } endPoint && listeners.IsIP(endPoint);

    private bool IsUnixBind(IOperation bind) => EndPoints.Of((IInvocationOperation)bind) is { } endPoint && listeners.IsUnix(endPoint);

    private static List<Creation> Creations(HashSet<Origin> origins) =>
        origins.Select(origin => origin.Creation!).OrderBy(creation => Position(creation.Operation)).ToList();

    private static int Position(IOperation operation) => operation.Syntax.SpanStart;
}
