using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds the address options that are set where every path has bound the socket.</summary>
internal sealed class LateSets
{
    private readonly Evidence evidence;
    private readonly Dictionary<SocketEvent, SetupFinding?> known = [];

    public LateSets(Evidence evidence) => this.evidence = evidence;

    public SetupFinding? At(SocketEvent set)
    {
        if (!set.Kind.IsOption())
            return null;
        if (!known.TryGetValue(set, out SetupFinding? finding))
            known[set] = finding = Find(set);
        return finding;
    }

    private SetupFinding? Find(SocketEvent set)
    {
        List<Fact> facts = evidence.Record.LiveBefore(set);
        if (facts.Count == 0 || facts.Exists(fact => !fact.IsSocket || fact.Origin.Creation!.Family == FamilyProof.Unix))
            return null;
        List<Violation> violations = facts.Select(fact => SetupProtocol.Next(fact.State, set.Kind)?.Violation ?? Violation.None).Distinct().ToList();
        List<IOperation> binds = facts.Select(fact => fact.BoundAt).OfType<IOperation>().Distinct().OrderBy(Evidence.Position).ToList();
        if (violations.Count != 1 || violations[0] is not (Violation.DecidedAfterBind or Violation.ClearedAfterBind) || binds.Exists(bind => evidence.Listeners.IsUnix(bind, evidence.Cancellation)) || MayRunBefore(set, binds))
            return null;
        // Only a stream leaves connections behind that the next bind could meet.
        bool streams = facts.TrueForAll(fact => fact.Origin.Creation!.IsStream);
        if (violations[0] == Violation.ClearedAfterBind && !streams && facts.Exists(fact => fact.State == SocketState.BoundByDecision))
            return null;
        var origins = new HashSet<Origin>(facts.Select(fact => fact.Origin));
        return new SetupFinding(streams ? violations[0] : Violation.DecidedAfterBind, set, Evidence.Creations(origins), binds, evidence.Safety.OfLateSet(set.Kind, origins, binds));
    }

    /// <summary>Is it in a function that was made a delegate, which the body that binds may call in its middle?</summary>
    private bool MayRunBefore(SocketEvent set, List<IOperation> binds) =>
        BodyRoots.Enclosing(set.Operation.Syntax) is { } root && binds.Exists(bind => BodyRoots.Enclosing(bind.Syntax) != root)
        && evidence.Record.Universe.Find(root)?.DelegatedFunctions.Any(function => function.AllEvents.Any(own => own.Operation == set.Operation)) is true;
}
