using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Asks the facts of one graph which violations are proven.</summary>
internal sealed class Judge
{
    private readonly FlowRecord record;
    private readonly ListenerProof listeners;
    private readonly EditSafety safety;
    private readonly IReadOnlyList<SocketEvent> own;
    private readonly IReadOnlyList<SocketEvent> all;
    private readonly bool reachesLent;
    private readonly CancellationToken cancellation;

    /// <param name="record">What the analysis saw.</param>
    /// <param name="body">The body that is judged.</param>
    /// <param name="listeners">Tells servers from other sockets.</param>
    /// <param name="cancellation">Ends it.</param>
    public Judge(FlowRecord record, Body body, ListenerProof listeners, CancellationToken cancellation)
    {
        this.record = record;
        this.listeners = listeners;
        own = body.Graphs.SelectMany(record.Universe.Events).ToList();
        all = record.Universe.Members.SelectMany(member => member.Graphs).SelectMany(record.Universe.Events).ToList();
        reachesLent = record.Universe.ReachesLent || record.DecidesUnseen;
        safety = new EditSafety(record, own, all, listeners);
        this.cancellation = cancellation;
    }

    /// <summary>The findings of the body; a late decision stands for the bind that it comes too late for.</summary>
    /// <param name="elsewhere">Tells whether a late set in another body is one to those who judge that body.</param>
    public IReadOnlyList<SetupFinding> Findings(Func<IOperation, bool> elsewhere)
    {
        List<SetupFinding> late = LateSets();
        List<SetupFinding> undecided = own.Select(Undecided).OfType<SetupFinding>().ToList();
        if (undecided.Count == 0)
            return late;
        var excused = new HashSet<IOperation>(late.SelectMany(finding => finding.Binds));
        foreach (SetupFinding other in all.Except(own).Select(Late).OfType<SetupFinding>())
        {
            if (undecided.Exists(finding => other.Binds.Contains(finding.At.Operation)) && elsewhere(other.At.Operation))
                excused.UnionWith(other.Binds);
        }
        return late.Concat(undecided.Where(finding => !excused.Contains(finding.At.Operation))).ToList();
    }

    /// <summary>The late sets of the body.</summary>
    public List<SetupFinding> LateSets() => own.Select(Late).OfType<SetupFinding>().ToList();

    /// <summary>An option set where every path has bound the socket.</summary>
    private SetupFinding? Late(SocketEvent set)
    {
        if (!set.Kind.IsOption())
            return null;
        List<Fact> facts = record.LiveBefore(set);
        if (facts.Count == 0 || facts.Any(fact => !fact.IsSocket || fact.Origin.Creation!.Family == FamilyProof.Unix))
            return null;
        List<Violation> violations = facts.Select(fact => SetupProtocol.Next(fact.State, set.Kind)?.Violation ?? Violation.None).Distinct().ToList();
        List<IOperation> binds = facts.Select(fact => fact.BoundAt).OfType<IOperation>().Distinct().OrderBy(Position).ToList();
        if (violations.Count != 1 || violations[0] == Violation.None || binds.Any(bind => listeners.IsUnix(bind, cancellation)))
            return null;
        // Only a stream leaves connections behind that the next bind could meet.
        bool streams = facts.All(fact => fact.Origin.Creation!.IsStream);
        if (violations[0] == Violation.ClearedAfterBind && !streams && facts.Any(fact => fact.State == SocketState.BoundByDecision))
            return null;
        var origins = new HashSet<Origin>(facts.Select(fact => fact.Origin));
        return new SetupFinding(streams ? violations[0] : Violation.DecidedAfterBind, set, Creations(origins), binds, safety.OfLateSet(set.Kind, origins, binds));
    }

    /// <summary>A bind that some listening socket reaches and that no path from its creation comes to decided.</summary>
    private SetupFinding? Undecided(SocketEvent bind)
    {
        if (bind.Kind != SocketEventKind.Bound || !listeners.IsFixedPort(bind.Operation, cancellation))
            return null;
        var origins = new HashSet<Origin>(record.LiveBefore(bind)
            .Where(fact => fact.IsSocket)
            .GroupBy(fact => fact.Origin)
            .Where(facts => facts.Any(IsUndecided) && !facts.Any(fact => SetupProtocol.IsDecided(fact.State) || (fact.State == SocketState.Lent && reachesLent)))
            .Select(facts => facts.Key)
            .Where(origin => listeners.IsListener(origin.Creation!, record.History(origin), bind.Operation)));
        return origins.Count == 0 ? null : new SetupFinding(Violation.BoundWithoutDecision, bind, Creations(origins), [bind.Operation], safety.OfBind(bind, origins));
    }

    private static bool IsUndecided(Fact fact) => fact.State is SocketState.Undecided or SocketState.Lent;

    private static List<Creation> Creations(HashSet<Origin> origins) =>
        origins.Select(origin => origin.Creation!).OrderBy(creation => Position(creation.Operation)).ToList();

    private static int Position(IOperation operation) => operation.Syntax.SpanStart;
}
