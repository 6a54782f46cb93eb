using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Which bodies each call runs, as far as they are in sight, and which variables of the caller are which of theirs.</summary>
internal sealed class CallGraph
{
    private readonly Universe universe;
    private readonly Bodies bodies;
    private readonly SecondNames secondNames;
    private readonly TwoNamesTest twoNames;
    private readonly Relevance relevance;
    private readonly Dictionary<Body, List<SocketEvent>> calls = [];
    private readonly Dictionary<SocketEvent, IReadOnlyList<SyntaxNode>> steps = [];
    private readonly Dictionary<(SocketEvent Call, SyntaxNode Step), CallMap> maps = [];
    private readonly Dictionary<SocketEvent, List<SyntaxNode>> candidates = [];
    private readonly HashSet<SocketEvent> unseen = [];

    /// <summary>How much was known of the variables on both sides when the call was tied last.</summary>
    private readonly Dictionary<SocketEvent, int> tiedAt = [];
    private int letGoAt;
    private int closedAt;

    public CallGraph(Universe universe, Bodies bodies, SourceReach reach, SecondNames secondNames, CancellationToken cancellation)
    {
        this.universe = universe;
        this.bodies = bodies;
        this.secondNames = secondNames;
        twoNames = new TwoNamesTest(bodies, reach, cancellation);
        relevance = new Relevance(universe.Members, bodies, reach, cancellation);
    }

    /// <summary>Is the body that the call runs one of those here?</summary>
    public bool IsSeen(SocketEvent call) => steps.ContainsKey(call) && !unseen.Contains(call);

    /// <summary>Was the call found to lead to code that cannot be seen?</summary>
    public bool IsUnseen(SocketEvent call) => unseen.Contains(call);

    /// <summary>The bodies that the call runs, one after the other; null where none of them matters.</summary>
    public IReadOnlyList<SyntaxNode>? StepsOf(SocketEvent call) => steps.TryGetValue(call, out IReadOnlyList<SyntaxNode>? run) ? run : null;

    public CallMap MapOf(SocketEvent call, SyntaxNode step) => maps[(call, step)];

    /// <summary>The bodies that the call runs; null where they are not in sight.</summary>
    public IEnumerable<CallMap>? CalleesOf(SocketEvent call) =>
        unseen.Contains(call) ? null : StepsOf(call)?.Select(step => maps[(call, step)]) ?? [];

    /// <summary>Does the body call a member that is not looked into?</summary>
    public bool Ignores(Body body) => Calls(body).Exists(call => !steps.ContainsKey(call) && !IsNested(call.Call!));

    /// <summary>Adds what is called, and gives every variable its name in every body that can see it.</summary>
    public void Close()
    {
        int known = Known();
        while (known != closedAt)
        {
            relevance.Read();
            for (int i = 0; i < universe.Members.Count; i++)
            {
                Body body = universe.Members[i];
                foreach (SocketEvent call in Calls(body))
                    Tie(body, call);
                foreach (SocketEvent renaming in body.Renamings)
                    Rename(body, renaming);
            }
            LetGo();
            closedAt = known;
            known = Known();
        }
    }

    private int Known()
    {
        int known = universe.Members.Count + steps.Count + unseen.Count + relevance.Version;
        for (int i = 0; i < universe.Members.Count; i++)
            known += KnownOf(universe.Members[i]);
        return known;
    }

    private int KnownOf(Body body) => body.Paths.All.Count + secondNames.Count(body);

    private List<SocketEvent> Calls(Body body)
    {
        if (!calls.TryGetValue(body, out List<SocketEvent>? found))
            calls[body] = found = body.Events.Where(socketEvent => socketEvent.Kind is SocketEventKind.Called or SocketEventKind.Delegated).ToList();
        return found;
    }

    private static bool IsNested(CallSite site) => site.Callee is { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    private void Tie(Body body, SocketEvent call)
    {
        CallSite site = call.Call!;
        if (unseen.Contains(call) || (tiedAt.TryGetValue(call, out int at) && at == KnownAt(call, body)))
            return;
        if (body.GraphOf(call) is { } function)
        {
            if (!site.Leaves)
                TieNested(call, body, function);
        }
        else if (site.Leaves || IsNested(site))
            GiveUp(body, call);
        else if ((StepsOf(call) ?? FindSteps(call, body)) is { } run)
            TieSteps(call, body, run);
    }

    /// <summary>What the names on both sides depend on only grows.</summary>
    private int KnownAt(SocketEvent call, Body caller) =>
        KnownOf(caller) + (steps.TryGetValue(call, out IReadOnlyList<SyntaxNode>? run) ? KnownOf(run, caller) : 0);

    private int KnownOf(IReadOnlyList<SyntaxNode> run, Body caller)
    {
        int known = 0;
        for (int i = 0; i < run.Count; i++)
            known += universe.Find(run[i]) is { } callee && callee != caller ? KnownOf(callee) : 0;
        return known;
    }

    private void TieNested(SocketEvent call, Body body, EventGraph function)
    {
        steps[call] = new[] { body.Root };
        tiedAt[call] = KnownAt(call, body);
        relevance.Tie(call.Call!, maps[(call, body.Root)] = new VariableTies(secondNames, body, call.Call!).ToNested(function));
    }

    /// <summary>Null where the call does not matter, or leads to code that cannot be seen.</summary>
    private List<SyntaxNode>? FindSteps(SocketEvent call, Body body)
    {
        if (relevance.Of(call, body) is var bearing && (bearing == CallBearing.None || (bearing == CallBearing.Carries && !RunsMember(call, body))))
            return null;
        if (!twoNames.Fails(body, call.Call!))
            return bodies.Steps(call.Call!, MakesObject(call, body));
        GiveUp(body, call);
        return null;
    }

    /// <summary>Does the call run a body that is here for another reason?</summary>
    private bool RunsMember(SocketEvent call, Body body)
    {
        if (!candidates.TryGetValue(call, out List<SyntaxNode>? run))
            candidates[call] = run = bodies.Steps(call.Call!, MakesObject(call, body));
        return run.Exists(step => universe.Find(step) is not null);
    }

    private void TieSteps(SocketEvent call, Body body, IReadOnlyList<SyntaxNode> run)
    {
        foreach (SyntaxNode step in run)
        {
            if (universe.Add(step) is null)
            {
                GiveUp(body, call);
                return;
            }
        }
        steps[call] = run;
        var ties = new VariableTies(secondNames, body, call.Call!);
        tiedAt[call] = KnownAt(call, body);
        foreach (SyntaxNode step in run)
            relevance.Tie(call.Call!, maps[(call, step)] = ties.ToMember(universe.Find(step)!));
        ties.TieCaptured(call);
        if (call.Call!.Receiver is { } receiver && run.Any(step => universe.Find(step)!.ReturnsThis) && !Results.AreDropped(call.Operation))
            secondNames.Add(body, new[] { receiver });
    }

    private void Rename(Body body, SocketEvent renaming)
    {
        AccessPath target = renaming.Path;
        AccessPath source = renaming.Source!;
        foreach ((AccessPath from, AccessPath to) in new[] { (source, target), (target, source) })
        {
            foreach (AccessPath path in body.Paths.Below(from))
                body.Paths.Translate(path, from, to);
            secondNames.Translate(body, from, to);
        }
    }

    /// <summary>An object that a lambda takes to code that cannot be seen has other names there.</summary>
    private void LetGo()
    {
        int known = Known();
        if (known == letGoAt)
            return;
        letGoAt = known;
        var effects = new Effects(this);
        foreach (Body body in universe.Members)
        {
            foreach (SocketEvent made in body.Delegates.Where(made => made.Call!.Leaves))
                secondNames.Add(body, effects.Of(made, body).Where(effect => IsOwnerEscaping(effect, body)).Select(effect => effect.Path).ToList());
        }
    }

    private static bool IsOwnerEscaping(SocketEvent effect, Body body) =>
        effect is { Kind: SocketEventKind.Escaped, Callee: null } && !effect.Path.CanHoldSocket && !ReferenceEquals(effect.Path, body.Paths.This) && !ReferenceEquals(effect.Path, body.Paths.Statics);

    private void GiveUp(Body body, SocketEvent call)
    {
        unseen.Add(call);
        secondNames.Add(body, call.Call!.Otherwise.Where(effect => IsOwnerEscaping(effect, body)).Select(effect => effect.Path));
    }

    /// <summary>Not where a constructor calls another one of its own type.</summary>
    private static bool MakesObject(SocketEvent call, Body caller) =>
        call.Operation is IObjectCreationOperation || !SymbolEqualityComparer.Default.Equals(call.Call!.Callee.ContainingType, caller.Symbol?.ContainingType?.OriginalDefinition);
}
