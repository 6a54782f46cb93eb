using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Sends facts forward through graphs, and through the functions that they call, until no new one turns up. Every
/// operation treats each fact by itself, so the join of two paths is the union of their facts and nothing is lost by
/// it; and what a function makes of a fact is worked out once, and given back only to the calls that brought the fact.
/// </summary>
internal sealed class ForwardAnalysis
{
    /// <summary>Facts passed through blocks and events, at most, before the analysis is given up: more than any hand-written code needs.</summary>
    private const int Budget = 100_000;

    private readonly Universe universe;
    private readonly Transfer transfer;
    private readonly Dictionary<EventGraph, GraphFlow> flows = [];
    private readonly Dictionary<(EventGraph, FrameKind, Fact), Frame> frames = [];
    private readonly Queue<(Frame Frame, BasicBlock Block, FinallyContext? Context, int At, Fact Fact)> pending = new();
    private readonly Dictionary<EventGraph, List<(BasicBlock Block, int Index, SocketEvent Pause)>> pauses = [];
    private readonly Dictionary<(EventGraph Body, Origin Origin), (HashSet<Fact> Resumed, List<Caller> Waiting)> waits = [];
    private int spent;

    public ForwardAnalysis(Universe universe)
    {
        this.universe = universe;
        Record = new FlowRecord(universe);
        transfer = new Transfer(Record);
    }

    public FlowRecord Record { get; }

    /// <summary>Told of every fact that a root comes to its end with.</summary>
    public Action<EventGraph, Fact>? RootEnds { get; set; }

    /// <summary>Told of every fact that holds while a body waits.</summary>
    public Action<EventGraph, Fact>? Pauses { get; set; }

    /// <summary>Told of every fact about what an object owns that other code knows, when a body is done with the object.</summary>
    public Action<EventGraph, Fact, AccessPath>? Releases
    {
        get => transfer.Releases;
        set => transfer.Releases = value;
    }

    /// <summary>Is the member one that only code in sight can name?</summary>
    public Predicate<AccessPath> IsClosed { get; set; } = _ => false;

    /// <summary>The fact may hold where the body goes on that waited; what waited there for its socket goes on with what became of it.</summary>
    public void Resume(EventGraph body, Fact fact)
    {
        List<(BasicBlock Block, int Index, SocketEvent Pause)> places = PausesOf(body);
        if (places.Count == 0 || !WaitsIn(body, fact.Origin).Resumed.Add(fact))
            return;
        foreach ((BasicBlock block, int index, SocketEvent pause) in places)
        {
            if (pause.Kind == SocketEventKind.Suspended || fact.Holders.Contains(pause.Path))
                Reach(FrameOf(body, FrameKind.Root, Fact.Path), block, null, index + 1, fact);
        }
        if (!fact.IsSocket)
            return;
        foreach (Caller paused in WaitsIn(body, fact.Origin).Waiting.ToList())
            GoOn(paused, fact);
    }

    private void Pause(Frame frame, BasicBlock block, FinallyContext? context, int at, Fact fact)
    {
        Pauses?.Invoke(frame.Graph, fact);
        if (Pauses is null || !fact.IsSocket)
            return;
        (HashSet<Fact> resumed, List<Caller> waiting) = WaitsIn(frame.Graph, fact.Origin);
        var paused = new Caller(frame, block, context, at, fact, Map: null!);
        waiting.Add(paused);
        foreach (Fact after in resumed.ToList())
            GoOn(paused, after);
    }

    /// <summary>The variables that held the socket before still do; nothing but a stopped listener gets rid of its bind.</summary>
    private void GoOn(Caller paused, Fact after)
    {
        if (SetupProtocol.IsBound(paused.Fact.State) && after.State != SocketState.Closed && !SetupProtocol.IsBound(after.State) && !Record.History(after.Origin).Kinds.Contains(SocketEventKind.Stopped))
            return;
        if (after.Holders.Ids.Any(id => id != HolderSet.Waiting && paused.Fact.Holders.Ids.Contains(id)))
            Reach(paused.Frame, paused.Block, paused.Context, paused.At, after with { Holders = paused.Fact.Holders });
    }

    private (HashSet<Fact> Resumed, List<Caller> Waiting) WaitsIn(EventGraph body, Origin origin) =>
        waits.TryGetValue((body, origin), out (HashSet<Fact>, List<Caller>) found) ? found : waits[(body, origin)] = ([], []);

    private List<(BasicBlock Block, int Index, SocketEvent Pause)> PausesOf(EventGraph body)
    {
        if (pauses.TryGetValue(body, out List<(BasicBlock, int, SocketEvent)>? found))
            return found;
        pauses[body] = found = [];
        foreach (BasicBlock block in body.Graph.Blocks)
        {
            List<SocketEvent> events = universe.Events(body, block).Events;
            for (int i = 0; i < events.Count; i++)
            {
                if (IsPause(events[i]))
                    found.Add((block, i, events[i]));
            }
        }
        return found;
    }

    /// <summary>May anything else in sight run before the body goes on?</summary>
    private bool IsPause(SocketEvent socketEvent) =>
        socketEvent.Kind == SocketEventKind.Suspended
        || (socketEvent.Kind == SocketEventKind.Escaped && IsByOwnerOnly(socketEvent));

    /// <summary>Does code that cannot be seen get an owner, of which it cannot name the member? It can but call what is in sight.</summary>
    private bool IsByOwnerOnly(SocketEvent socketEvent) => socketEvent.IsByOwner && IsClosed(socketEvent.Path);

    /// <summary>The fact holds where the graph is entered.</summary>
    public void Start(EventGraph root, Fact fact) => Enter(root, FrameKind.Root, fact);

    /// <summary>The fact holds when the graph, of a function that was made a delegate, may be entered.</summary>
    public void StartDelegate(EventGraph function, Fact fact) => Enter(function, FrameKind.Delegated, fact);

    /// <summary>False where there is too much to be followed.</summary>
    public bool Run(CancellationToken cancellation)
    {
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            (Frame frame, BasicBlock block, FinallyContext? context, int at, Fact fact) = pending.Dequeue();
            Pass(frame, block, context, at, fact);
            if (spent > Budget)
                return false;
        }
        return true;
    }

    private Frame Enter(EventGraph graph, FrameKind kind, Fact fact)
    {
        // All that starts an analysis shares one frame: nobody waits for it.
        Frame frame = FrameOf(graph, kind, kind == FrameKind.Called ? fact : Fact.Path);
        Reach(frame, graph.Graph.Blocks[0], null, 0, fact);
        return frame;
    }

    private Frame FrameOf(EventGraph graph, FrameKind kind, Fact key)
    {
        if (!frames.TryGetValue((graph, kind, key), out Frame? frame))
            frames[(graph, kind, key)] = frame = new Frame(graph, kind);
        return frame;
    }

    private void Pass(Frame frame, BasicBlock block, FinallyContext? context, int start, Fact entering)
    {
        GraphFlow flow = FlowOf(frame.Graph);
        // A statement may throw before it has had its effect, and after.
        IReadOnlyList<Edge> handlers = flow.Throws(block) ? flow.Edges.Throw(block.EnclosingRegion, context) : [];
        BlockEvents events = universe.Events(frame.Graph, block);
        var facts = new Stack<(Fact Fact, int At)>();
        facts.Push((entering, start));
        Throw(frame, handlers, entering);
        foreach (EventGraph function in flow.Delegates.AtEntryOf(block))
            Delegate(function, entering);
        while (facts.Count > 0 && spent <= Budget)
        {
            (Fact? fact, int at) = facts.Pop();
            spent++;
            while (fact is not null && events.Next(at, fact) is { } index)
            {
                spent++;
                at = index + 1;
                SocketEvent socketEvent = events.Events[index];
                if (socketEvent.Kind == SocketEventKind.Called)
                {
                    CallMap map = universe.MapOf(socketEvent);
                    // What nobody comes back from hides what is written after it.
                    if (Call(new Caller(frame, block, context, at, fact, map)) || !map.Returns)
                        fact = null;
                    continue;
                }
                if (IsByOwnerOnly(socketEvent))
                {
                    if (IsPause(socketEvent))
                        Pause(frame, block, context, at, fact);
                    continue;
                }
                if (socketEvent.Kind == SocketEventKind.Suspended)
                {
                    // Anything else may run before the rest does.
                    Pause(frame, block, context, at, fact);
                    End(frame, fact, Outcome.Pauses);
                    continue;
                }
                if (socketEvent.Kind == SocketEventKind.Delegated)
                {
                    if (Delegates.Function(socketEvent, frame.Graph) is { } made)
                        Delegate(made, fact);
                    continue;
                }
                Fact? next = transfer.Apply(socketEvent, fact, frame, out Fact? sprung);
                if (sprung is not null)
                {
                    Throw(frame, handlers, sprung);
                    facts.Push((sprung, at));
                }
                if (next is not null && !ReferenceEquals(next, fact) && !IsInSwap(events, at, socketEvent, next))
                {
                    Throw(frame, handlers, next);
                    foreach (EventGraph function in flow.Delegates.At(block, at))
                        Delegate(function, next);
                }
                fact = next;
            }
            if (fact is not null)
                Leave(frame, flow, block, context, fact);
        }
    }

    /// <summary>Is there more to come for the fact of a deconstruction, which nothing can interrupt?</summary>
    private static bool IsInSwap(BlockEvents events, int at, SocketEvent socketEvent, Fact fact) =>
        socketEvent.Operation is IDeconstructionAssignmentOperation && events.Next(at, fact) is { } next && events.Events[next].Operation == socketEvent.Operation;

    /// <summary>Does the fact go into the callee, to come back from there?</summary>
    private bool Call(Caller caller)
    {
        bool springs = ReferenceEquals(caller.Fact, Fact.Path);
        HolderSet? seen = springs ? HolderSet.Empty : caller.Map.Inward(caller.Fact.Holders);
        if (seen is null)
            return false;
        Frame frame = Enter(caller.Map.Callee, FrameKind.Called, springs ? Fact.Path : caller.Fact with { Holders = seen });
        Record.Enter(caller.Map.Callee, caller.Fact, seen);
        frame.Callers.Add(caller);
        foreach ((Fact fact, Outcome outcome) in frame.Outcomes.ToArray())
            Return(caller, fact, outcome);
        // The path itself goes on here; only what springs from it inside comes back.
        return !springs;
    }

    private void End(Frame frame, Fact fact, Outcome outcome)
    {
        if (frame.Kind != FrameKind.Called || ReferenceEquals(fact, Fact.Path) || !frame.End(fact, outcome))
            return;
        foreach (Caller caller in frame.Callers.ToArray())
            Return(caller, fact, outcome);
    }

    private void Return(Caller caller, Fact fact, Outcome outcome)
    {
        if (outcome == Outcome.Pauses && caller.Map.IsAwaited)
            return;
        spent++;
        HolderSet before = ReferenceEquals(caller.Fact, Fact.Path) ? HolderSet.Empty : caller.Fact.Holders;
        Fact back = fact with { Holders = caller.Map.Outward(before, fact.Holders) };
        Record.Hold(caller.Frame.Graph, back);
        if (back.Holders.IsEmpty)
            return;
        if (outcome == Outcome.Throws)
            Throw(caller.Frame, FlowOf(caller.Frame.Graph).Edges.Throw(caller.Block.EnclosingRegion, caller.Context), back);
        else
            Reach(caller.Frame, caller.Block, caller.Context, caller.At, back);
    }

    private void Delegate(EventGraph function, Fact fact)
    {
        if (ReferenceEquals(fact, Fact.Path))
            return;
        HashSet<int> own = FlowOf(function).Own;
        HolderSet holders = fact.Holders.RemoveAll(own.Contains);
        if (!holders.IsEmpty)
            Enter(function, FrameKind.Delegated, fact with { Holders = holders });
    }

    private void Leave(Frame frame, GraphFlow flow, BasicBlock block, FinallyContext? context, Fact fact)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            if (frame.Kind == FrameKind.Root)
            {
                Record.End(fact);
                RootEnds?.Invoke(frame.Graph, fact);
            }
            End(frame, fact, Outcome.Returns);
        }
        bool jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } jump && CanHold(frame.Graph, block, fact, jumpsWhen))
            Go(frame, flow.Edges.Follow(jump, context), fact);
        if (block.FallThroughSuccessor is { } next && (block.ConditionalSuccessor is null || CanHold(frame.Graph, block, fact, !jumpsWhen)))
            Go(frame, flow.Edges.Follow(next, context), fact);
    }

    /// <summary>Can the fact hold where the block's condition has the value?</summary>
    private static bool CanHold(EventGraph graph, BasicBlock block, Fact fact, bool value)
    {
        if (block.BranchValue is { ConstantValue: { HasValue: true, Value: bool constant } } && constant != value)
            return false;
        if (graph.NullTests[block.Ordinal] is not { } test || !fact.Holders.Contains(test.Path))
            return true;
        bool? says = value ? test.WhenTrue : test.WhenFalse;
        if (test.IsOfBound)
            return !fact.IsSocket || says == SetupProtocol.HasAddress(fact.State);
        return says switch
        {
            true => !fact.IsSocket,
            false => !ReferenceEquals(fact.Origin, Origin.Null),
            null => true,
        };
    }

    private void Throw(Frame frame, IReadOnlyList<Edge> handlers, Fact fact)
    {
        if (handlers.Count > 0)
            Go(frame, handlers, fact.IsSocket ? fact with { IsThrown = true } : fact);
    }

    private void Go(Frame frame, IEnumerable<Edge> along, Fact fact)
    {
        GraphFlow flow = FlowOf(frame.Graph);
        foreach (Edge edge in along)
        {
            spent++;
            if (edge.Target is null)
                End(frame, fact, Outcome.Throws);
            else if (transfer.Forget(fact, frame, id => edge.Leaving.Any(region => flow.Ends(region).Contains(id))) is { } kept)
                Reach(frame, edge.Target, edge.Context, 0, kept);
        }
    }

    private void Reach(Frame frame, BasicBlock block, FinallyContext? context, int at, Fact fact)
    {
        if (frame.Reach(block, context, at, fact))
            pending.Enqueue((frame, block, context, at, fact));
    }

    private GraphFlow FlowOf(EventGraph graph)
    {
        if (!flows.TryGetValue(graph, out GraphFlow? flow))
            flows[graph] = flow = new GraphFlow(graph, universe);
        return flow;
    }
}
