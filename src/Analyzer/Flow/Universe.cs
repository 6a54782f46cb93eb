using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// The bodies that one question is about: those with the answer and those that they call as far as a socket goes
/// with the call, tied together variable by variable.
/// </summary>
internal sealed class Universe
{
    /// <summary>More bodies than this are not looked into: a call of another is a call of unseen code.</summary>
    private const int MaximumBodies = 64;

    private readonly Bodies bodies;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;
    private readonly List<Body> members = [];
    private readonly HashSet<SyntaxNode> known = [];
    private readonly Dictionary<(SocketEvent Call, SyntaxNode Step), CallMap?> maps = [];
    private readonly Dictionary<SocketEvent, IReadOnlyList<SyntaxNode>> steps = [];
    private readonly HashSet<SocketEvent> unseen = [];
    private readonly Dictionary<Body, HashSet<AccessPath>> aliased = [];
    private readonly Dictionary<EventGraph, BlockEvents[]> events = [];
    private readonly Dictionary<SocketEvent, CallMap> calls = [];
    private readonly Effects effects;
    private HashSet<ISymbol>? sharedMembers;

    public Universe(Bodies bodies, SourceReach reach, CancellationToken cancellation)
    {
        this.bodies = bodies;
        this.reach = reach;
        this.cancellation = cancellation;
        effects = new Effects(this);
    }

    public IReadOnlyList<Body> Members => members;

    /// <summary>Are there bodies that should be here, and are not?</summary>
    public bool IsCut { get; private set; }

    /// <summary>Can one of the bodies get at a socket that an object of the framework holds?</summary>
    public bool ReachesLent { get; private set; }

    /// <summary>Null where the body cannot be read, or is one too many.</summary>
    public Body? Add(SyntaxNode root)
    {
        if (known.Contains(root))
            return members.Find(body => body.Root == root);
        if (members.Count >= MaximumBodies)
        {
            IsCut = true;
            return null;
        }
        known.Add(root);
        if (bodies.Of(root, cancellation) is not { } body)
        {
            IsCut = true;
            return null;
        }
        members.Add(body);
        aliased[body] = new HashSet<AccessPath>(body.Aliased);
        return body;
    }

    /// <summary>Adds what is called, and gives every variable its name in every body that can see it.</summary>
    public void Close()
    {
        int paths;
        int names;
        do
        {
            paths = members.Sum(body => body.Paths.All.Count) + members.Count;
            names = aliased.Values.Sum(set => set.Count);
            for (int i = 0; i < members.Count; i++)
            {
                foreach ((EventGraph graph, SocketEvent call) in Calls(members[i]))
                    Tie(graph, call);
                foreach (SocketEvent made in members[i].Delegates)
                    LetGo(members[i], made);
                foreach (SocketEvent renaming in All(members[i]).Where(socketEvent => socketEvent.Kind == SocketEventKind.Renamed))
                    Rename(members[i], renaming);
            }
        }
        while (paths != members.Sum(body => body.Paths.All.Count) + members.Count || names != aliased.Values.Sum(set => set.Count));
    }

    /// <summary>Reads every body as events on single variables.</summary>
    /// <returns>Whether that is no more than a program written by hand needs.</returns>
    public bool Expand(ICollection<EventGraph> roots)
    {
        ReachesLent = members.Any(body => body.ReachesLent || Calls(body).Any(call => !steps.ContainsKey(call.Call) && call.Call.Call!.Callee is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }));
        ReachesLent |= members.Any(body => body.Delegates.Any(made => effects.Decides(made, body)));
        foreach (Body body in members)
        {
            var expansion = new EventExpansion(this, body, reach, cancellation);
            foreach (EventGraph graph in body.Graphs)
            {
                bool isRoot = roots.Contains(graph);
                events[graph] = Array.ConvertAll(graph.Events, block => new BlockEvents(expansion.Expand(block, isRoot), this));
            }
            if (expansion.IsTooMuch)
                return false;
        }
        return true;
    }

    public BlockEvents Events(EventGraph graph, BasicBlock block) => events[graph][block.Ordinal];

    public IEnumerable<SocketEvent> Events(EventGraph graph) => events[graph].SelectMany(block => block.Events);

    public bool Contains(EventGraph graph) => events.ContainsKey(graph);

    /// <summary>Is the body that the call runs one of those here?</summary>
    public bool IsSeen(SocketEvent call) => steps.ContainsKey(call) && !unseen.Contains(call);

    /// <summary>The bodies that the call runs; null where they are not in sight.</summary>
    public IEnumerable<CallMap>? CalleesOf(SocketEvent call) =>
        unseen.Contains(call) ? null : steps.TryGetValue(call, out IReadOnlyList<SyntaxNode>? run) ? run.Select(step => maps[(call, step)]!) : [];

    /// <summary>What the function that is made a delegate may do to the variables of the body.</summary>
    public IEnumerable<SocketEvent> EffectsOf(SocketEvent made, Body body) => effects.Of(made, body);

    public CallMap MapOf(SocketEvent call) => calls[call];

    /// <summary>Is the object one that the body made, or its own?</summary>
    public bool Knows(Body body, AccessPath owner) => !aliased[body].Any(owner.StartsWith) && owner.Root.Key is not IParameterSymbol && !ReferenceEquals(owner.Root, body.Paths.Statics);

    /// <summary>Is the path one that the analysis can follow: does its object have no other name?</summary>
    public bool IsFollowed(Body body, AccessPath path) => body.Paths.IsTracked(path) && !aliased[body].Any(path.StartsWith) && !IsShared(path);

    /// <summary>Is it reached by a member that has a second name in some body?</summary>
    private bool IsShared(AccessPath path)
    {
        sharedMembers ??= new HashSet<ISymbol>(members.SelectMany(body => aliased[body]).Where(name => name.Owner is { Owner: null, Key: string }).Select(name => name.Symbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        for (AccessPath? current = path; current is not null; current = current.Owner)
        {
            if (current.Symbol is { } member && sharedMembers.Contains(member))
                return true;
        }
        return false;
    }

    /// <summary>The calls that the event stands for, one for each body that runs; what it may do otherwise, where they are not in sight.</summary>
    public IEnumerable<SocketEvent> Expand(SocketEvent call, Body caller)
    {
        if (unseen.Contains(call))
            return call.Call!.Otherwise;
        // Whoever is called may know the object that calls by another name.
        List<SocketEvent> expanded = call.Call!.Otherwise.Where(effect => effect.IsOfAnotherObject).ToList();
        if (!steps.TryGetValue(call, out IReadOnlyList<SyntaxNode>? run))
            return expanded;
        expanded.AddRange(Captured(call, caller));
        // What nobody waits for goes on while the caller does, which may decide.
        if (!call.Call!.IsAwaited && run.Any(step => members.Exists(body => body.Root == step && All(body).Any(socketEvent => socketEvent.Kind == SocketEventKind.Suspended))))
            expanded.AddRange(call.Call.Otherwise.Where(effect => effect.Kind == SocketEventKind.Escaped));
        if (call is { Operation: Microsoft.CodeAnalysis.Operations.IObjectCreationOperation creation, Call: { MakesReceiver: true, Receiver: { } made } } && bodies.IsSocket(creation.Type))
        {
            Creation? known = run.Select(step => members.Find(body => body.Root == step)?.BaseCreation).FirstOrDefault(creation => creation is not null);
            expanded.Add(known is null
                ? new SocketEvent(SocketEventKind.Overwritten, made, creation)
                : new SocketEvent(SocketEventKind.Created, made, creation) { Creation = known with { Operation = creation } });
        }
        foreach (SyntaxNode step in run)
        {
            SocketEvent part = call with { };
            calls[part] = maps[(call, step)]!;
            expanded.Add(part);
        }
        return expanded;
    }

    /// <summary>The variables that each run of the graph's function has anew.</summary>
    public static HashSet<int> Own(EventGraph graph, IMethodSymbol function)
    {
        SyntaxNode? declaration = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return new HashSet<int>(graph.Body.Paths.All.Where(path => path.Root.Key switch
        {
            ISymbol symbol => symbol.DeclaringSyntaxReferences.Any(reference => declaration?.Contains(reference.GetSyntax()) is true),
            IOperation operation => declaration?.Contains(operation.Syntax) is true,
            ValueTuple<ControlFlowGraph, CaptureId> capture => capture.Item1 == graph.Graph,
            ValueTuple<ControlFlowGraph, string> result => result.Item1 == graph.Graph,
            _ => false,
        }).Select(path => path.Id));
    }

    private static IEnumerable<(EventGraph Graph, SocketEvent Call)> Calls(Body body) =>
        body.Graphs.SelectMany(graph => graph.Events.SelectMany(events => events).Where(IsCall).Select(call => (graph, call)));

    /// <summary>A call, now or later.</summary>
    private static bool IsCall(SocketEvent socketEvent) => socketEvent.Kind is SocketEventKind.Called or SocketEventKind.Delegated;

    private static IEnumerable<SocketEvent> All(Body body) => body.Graphs.SelectMany(graph => graph.Events).SelectMany(events => events);

    private void Tie(EventGraph caller, SocketEvent call)
    {
        if (unseen.Contains(call))
            return;
        CallSite site = call.Call!;
        Body body = caller.Body;
        if (site.Leaves)
        {
            if (!body.Functions.ContainsKey((IMethodSymbol)site.Callee))
                GiveUp(body, call);
            return;
        }
        if (body.Functions.TryGetValue((IMethodSymbol)site.Callee, out EventGraph? function))
        {
            Tie(call, body, function, function.Body.Root, new CallMap(function, isNested: true, Own(function, (IMethodSymbol)site.Callee)));
            return;
        }
        if (!steps.TryGetValue(call, out IReadOnlyList<SyntaxNode>? run))
        {
            if (site.Callee is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            {
                GiveUp(body, call);
                return;
            }
            if (!IsRelevant(body, call))
                return;
            bool makesObject = call.Operation is Microsoft.CodeAnalysis.Operations.IObjectCreationOperation || !IsChained(call, body);
            if (HasTwoNames(body, site) || bodies.Steps(site, makesObject) is not { } found)
            {
                GiveUp(body, call);
                return;
            }
            run = found;
        }
        foreach (SyntaxNode step in run)
        {
            if (Add(step) is not { } callee)
            {
                GiveUp(body, call);
                return;
            }
            Tie(call, body, callee.Graphs[0], step, new CallMap(callee.Graphs[0], isNested: false, []));
        }
        steps[call] = run;
        _ = Captured(call, body).Count();
    }

    private void Tie(SocketEvent call, Body caller, EventGraph callee, SyntaxNode step, CallMap map)
    {
        CallSite site = call.Call!;
        Body body = callee.Body;
        map.IsAwaited = site.IsAwaited;
        IMethodSymbol method = (IMethodSymbol)site.Callee;
        bool isMethod = map.SeesAll || step == Callees.Declaration(method);
        if (!map.SeesAll && body.Symbol is IMethodSymbol declared)
            method = declared; // Of a partial method, the part with the body.
        if (!map.SeesAll)
        {
            if (site.Receiver is { } receiver)
                Tie(map, caller, receiver, body, body.Paths.This, goesBack: site.MakesReceiver);
            Tie(map, caller, caller.Paths.Statics, body, body.Paths.Statics, goesBack: true);
            foreach (AccessPath place in Places(site).Where(place => place.Owner is not null))
                map.Hide(place);
        }
        if (isMethod)
        {
            foreach ((int parameter, AccessPath path) in site.Arguments)
            {
                if (parameter < method.Parameters.Length)
                {
                    IParameterSymbol formal = method.Parameters[parameter];
                    AccessPath inside = body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && PathReader.IsOfPrimaryConstructor(formal) && body.Paths.Member(body.Paths.This, formal, formal.Type) is { } member
                        ? member : body.Paths.Root(formal, formal.Type);
                    Tie(map, caller, path, body, inside, goesBack: formal.RefKind is RefKind.Ref or RefKind.Out);
                }
            }
            if (site.Result is { } result)
                TieResult(map, caller, result, body, body.Paths.Result(callee.Graph, result.Type));
        }
        maps[(call, step)] = map;
        if (map.SeesAll)
            steps[call] = [step];
    }

    /// <summary>What a primary constructor makes of its arguments: as good as fields, and of a record properties.</summary>
    private IEnumerable<SocketEvent> Captured(SocketEvent call, Body caller)
    {
        CallSite site = call.Call!;
        if (site is not { Callee: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor, Receiver: { } made })
            yield break;
        foreach ((int number, AccessPath given) in site.Arguments)
        {
            IParameterSymbol parameter = constructor.Parameters[number];
            if (!PathReader.IsOfPrimaryConstructor(parameter))
                continue;
            foreach (ISymbol member in constructor.ContainingType.GetMembers(parameter.Name).Where(member => member is IPropertySymbol).Append(parameter))
            {
                if (caller.Paths.Member(made, member, parameter.Type) is not { } captured)
                    continue;
                if (caller.Paths.IsTracked(given))
                    yield return new SocketEvent(SocketEventKind.Aliased, captured, call.Operation) { Source = given };
                else
                    aliased[caller].UnionWith([given, captured]);
            }
        }
    }

    /// <summary>The two names of a variable, and of all that is reached through it.</summary>
    private void Tie(CallMap map, Body caller, AccessPath outside, Body callee, AccessPath inside, bool goesBack)
    {
        map.Name(outside, inside);
        foreach (AccessPath path in callee.Paths.Below(inside))
        {
            if (caller.Paths.Translate(path, inside, outside) is not { } translated)
                continue;
            map.Enter(translated, path);
            if (goesBack || !ReferenceEquals(path, inside))
                map.Leave(path, translated);
        }
        foreach (AccessPath path in caller.Paths.Below(outside))
            callee.Paths.Translate(path, outside, inside);
        if (!ReferenceEquals(inside, callee.Paths.Statics))
            TieNames(caller, outside, callee, inside);
    }

    private void TieResult(CallMap map, Body caller, AccessPath outside, Body callee, AccessPath inside)
    {
        foreach (AccessPath path in callee.Paths.Below(inside))
        {
            if (caller.Paths.Translate(path, inside, outside) is { } translated)
                map.Leave(path, translated);
        }
        foreach (AccessPath path in caller.Paths.Below(outside))
            callee.Paths.Translate(path, outside, inside);
        TieNames(caller, outside, callee, inside);
    }

    /// <summary>An object that has a second name inside has one outside.</summary>
    private void TieNames(Body caller, AccessPath outside, Body callee, AccessPath inside)
    {
        foreach (AccessPath name in aliased[callee].Where(name => name.StartsWith(inside)).ToList())
        {
            if (caller.Paths.Translate(name, inside, outside) is { } translated && !ReferenceEquals(translated, caller.Paths.This))
                aliased[caller].Add(translated);
        }
    }

    private void Rename(Body body, SocketEvent renaming)
    {
        AccessPath target = renaming.Path;
        AccessPath source = renaming.Source!;
        foreach ((AccessPath from, AccessPath to) in new[] { (source, target), (target, source) })
        {
            foreach (AccessPath path in body.Paths.Below(from))
                body.Paths.Translate(path, from, to);
            foreach (AccessPath name in aliased[body].Where(name => name.StartsWith(from)).ToList())
            {
                if (body.Paths.Translate(name, from, to) is { } translated)
                    aliased[body].Add(translated);
            }
        }
    }

    /// <summary>An object that a lambda takes to code that cannot be seen has other names there.</summary>
    private void LetGo(Body body, SocketEvent made)
    {
        if (made.Call!.Leaves)
            aliased[body].UnionWith(new Effects(this).Of(made, body).Where(effect => IsOwnerEscaping(effect, body)).Select(effect => effect.Path));
    }

    private static bool IsOwnerEscaping(SocketEvent effect, Body body) =>
        effect is { Kind: SocketEventKind.Escaped, Callee: null } && !body.Paths.IsTracked(effect.Path) && !ReferenceEquals(effect.Path, body.Paths.This) && !ReferenceEquals(effect.Path, body.Paths.Statics);

    private void GiveUp(Body body, SocketEvent call)
    {
        unseen.Add(call);
        aliased[body].UnionWith(call.Call!.Otherwise.Where(effect => IsOwnerEscaping(effect, body)).Select(effect => effect.Path));
    }

    /// <summary>Can the call matter to a socket: does it get one, give one, or reach one?</summary>
    private bool IsRelevant(Body body, SocketEvent call)
    {
        CallSite site = call.Call!;
        if (site.Result is not null || site.Arguments.Any(argument => CanCarry(body, argument.Path)))
            return true;
        if (site.Receiver is { } receiver && !ReferenceEquals(receiver, body.Paths.This) && CanCarry(body, receiver))
            return true;
        // The caller need not name the member that the callee changes; some body here does.
        return members.SelectMany(other => other.Paths.All).Any(path => path is { Owner: { Key: string } owner, Symbol: { } member } && bodies.AreFollowed(path.Type)
            && (member.IsStatic || (ReferenceEquals(site.Receiver, body.Paths.This) && IsOfObject(member, body)))
            && reach.CanTouch(site.Callee, member, cancellation));
    }

    private static bool IsOfObject(ISymbol member, Body body)
    {
        for (ITypeSymbol? type = body.Paths.This.Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }
        return false;
    }

    private bool CanCarry(Body body, AccessPath path) =>
        body.Paths.IsTracked(path) || bodies.OwnsSocket(path.Type) || path.Type is { IsTupleType: true } || body.Paths.All.Any(below => below.Owner is not null && body.Paths.IsTracked(below) && below.StartsWith(path));

    /// <summary>Does a constructor call another one of its own type?</summary>
    private static bool IsChained(SocketEvent call, Body caller) =>
        SymbolEqualityComparer.Default.Equals(call.Call!.Callee.ContainingType, caller.Symbol?.ContainingType?.OriginalDefinition);

    /// <summary>The variables that are handed over by reference.</summary>
    private static IEnumerable<AccessPath> Places(CallSite site) => site.Arguments.Where(argument => IsPlace(site, argument.Parameter)).Select(argument => argument.Path);

    private static bool IsPlace(CallSite site, int parameter) =>
        ((IMethodSymbol)site.Callee).Parameters.ElementAtOrDefault(parameter)?.RefKind is RefKind.Ref or RefKind.Out;

    /// <summary>Would one object or variable have two names in the callee?</summary>
    private bool HasTwoNames(Body body, CallSite site)
    {
        // What is handed over as an object of any type is not followed as the owner that it is.
        if (site.Arguments.Any(argument => !body.Paths.IsTracked(argument.Path) && bodies.OwnsSocket(argument.Path.Type)
            && ((IMethodSymbol)site.Callee).OriginalDefinition.Parameters.ElementAtOrDefault(argument.Parameter) is { } formal && !bodies.OwnsSocket(formal.Type)))
            return true;
        // A member that is handed over by reference has but one where the callee does not name it.
        if (Places(site).Any(place => place.Symbol is { } member && place.Owner is not null && reach.CanTouch(site.Callee, member, cancellation)))
            return true;
        List<(AccessPath Path, bool IsPlace)> handed = site.Arguments.Select(argument => (argument.Path, IsPlace(site, argument.Parameter))).ToList();
        if (site.Receiver is { } receiver)
            handed.Add((receiver, site.MakesReceiver));
        for (int i = 0; i < handed.Count; i++)
        {
            for (int j = 0; j < handed.Count; j++)
            {
                // A socket out of an object that is handed over, too, is a value like any other.
                bool isValue = body.Paths.IsTracked(handed[j].Path) && !handed[j].IsPlace;
                bool isOwner = !body.Paths.IsTracked(handed[i].Path) || handed[i].IsPlace;
                bool isKnown = handed[j].IsPlace && ReferenceEquals(handed[i].Path, site.Receiver);
                if (i != j && isOwner && !isValue && !isKnown && handed[j].Path.StartsWith(handed[i].Path))
                    return true;
            }
        }
        return false;
    }
}
