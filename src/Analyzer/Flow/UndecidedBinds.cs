using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds the binds that some server's socket reaches and that no path from its creation comes to decided.</summary>
internal sealed class UndecidedBinds
{
    private readonly Evidence evidence;

    /// <summary>Of bodies with directives: read once, however many sockets they bind.</summary>
    private readonly Dictionary<SyntaxNode, bool> spellDecisions = [];

    public UndecidedBinds(Evidence evidence) => this.evidence = evidence;

    public SetupFinding? At(SocketEvent socketEvent) => socketEvent.Kind == SocketEventKind.Bound ? AtBind(socketEvent) : null;

    private SetupFinding? AtBind(SocketEvent bind)
    {
        ILookup<Violation, Origin> undecided = evidence.Record.LiveBefore(bind)
            .Where(fact => fact.IsSocket)
            .GroupBy(fact => fact.Origin)
            .Where(facts => facts.Any(IsUndecided) && !facts.Any(evidence.IsDecided) && !IsDecidedForAnotherTarget(bind.Operation) && !IsDecidedForAnotherTarget(facts.Key.Creation!.Operation))
            .ToLookup(facts => ViolationOf(facts.Key, bind), facts => facts.Key);
        foreach (Violation violation in new[] { Violation.BoundWithoutDecision, Violation.MulticastWithoutDecision, Violation.StartedWithoutDecision })
        {
            var origins = new HashSet<Origin>(undecided[violation]);
            if (origins.Count > 0)
                return new SetupFinding(violation, bind, Evidence.Creations(origins), new[] { bind.Operation }, evidence.Safety.OfBind(bind, origins));
        }
        return null;
    }

    private Violation ViolationOf(Origin origin, SocketEvent bind)
    {
        if (evidence.Listens(origin, bind))
            return EndPoints.Of(bind.Operation) is null ? Violation.StartedWithoutDecision : Violation.BoundWithoutDecision;
        // The native option lets receivers share, too.
        return evidence.Listeners.IsMulticastReceiver(origin, bind.Operation, evidence.Cancellation)
            && evidence.Listeners.IsFixedPort(bind.Operation, origin.Creation!, evidence.Cancellation)
            && !evidence.History(origin).Kinds.Contains(SocketEventKind.NativeReusePortSet)
                ? Violation.MulticastWithoutDecision
                : Violation.None;
    }

    /// <summary>Does the body around spell a decision that this target does not compile? Then its author has thought of it here, too.</summary>
    private bool IsDecidedForAnotherTarget(IOperation operation)
    {
        if (BodyRoots.Enclosing(operation.Syntax) is not { ContainsDirectives: true } body)
            return false;
        if (!spellDecisions.TryGetValue(body, out bool spells))
            spellDecisions[body] = spells = body.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && body.Span.Contains(trivia.Span) && SpellsDecision(trivia.ToString()));
        return spells;
    }

    private static bool SpellsDecision(string text) => text.Contains("ReuseAddress") || text.Contains("ExclusiveAddressUse");

    private static bool IsUndecided(Fact fact) => fact.State is SocketState.Undecided or SocketState.Lent;
}
