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
    private const int Budget = 200_000;

    private readonly Universe universe;
    private readonly Transfer transfer;
    private readonly Dictionary<EventGraph, GraphFlow> flows = [];
    private readonly Dictionary<(EventGraph, FrameKind, Fact), Frame> frames = [];
    private readonly Continuations continuations;
    private readonly Dictionary<Fact, Fact> thrown = [];
    private readonly Queue<FlowPoint> pending = new();

    /// <summary>Those of the block at hand that have not come to its end.</summary>
    private readonly Stack<(Fact Fact, int At)> facts = new();
    private readonly WorkCounter work;
    private int spent;

    public ForwardAnalysis(Universe universe, WorkCounter work)
    {
        this.universe = universe;
        this.work = work;
        Record = new FlowRecord(universe);
        transfer = new Transfer(Record);
        continuations = new Continuations(Return);
        Pauses = new Pauses(universe, Record);
    }

    public FlowRecord Record { get; }

    public Pauses Pauses { get; }

    /// <summary>Is there more to follow than hand-written code needs?</summary>
    public bool IsTooMuch => spent > Budget || universe.IsTooMuch;

    /// <summary>Is there nothing more to learn once a decision is made about a socket that came out of nowhere?</summary>
    public bool EndsAtUnseen { get; set; }

    /// <summary>Told of every fact that a root comes to its end with.</summary>
    public Action<EventGraph, Fact>? RootEnds { get; set; }

    /// <summary>Told of every fact about a socket that has just been decided about.</summary>
    public Action<EventGraph, Fact>? Decides { get; set; }

    /// <summary>Told of every fact that holds while a body waits.</summary>
    public Action<EventGraph, Fact>? Waits { get; set; }

    /// <summary>Told of every fact about what an object owns that other code knows, when a body is done with the object.</summary>
    public Action<EventGraph, Fact, AccessPath>? Releases
    {
        get => transfer.Releases;
        set => transfer.Releases = value;
    }

    /// <summary>The fact may hold where the body goes on that waited; what waited there for its socket goes on with what became of it.</summary>
    public void Resume(EventGraph body, Fact fact)
    {
        if (Pauses.Resume(body, fact) is not { } places)
            return;
        foreach ((BasicBlock block, int at) in places)
            Reach(FrameOf(body, FrameKind.Root, Fact.Path), block, null, at, fact);
        foreach ((FlowPoint point, Fact after) in Pauses.GoOn(body, fact))
            Reach(point, after);
    }

    /// <summary>The fact holds where the graph is entered.</summary>
    public void Start(EventGraph root, Fact fact)
    {
        spent++;
        Enter(root, FrameKind.Root, fact);
    }

    /// <summary>The fact holds when the graph, of a function that was made a delegate, may be entered.</summary>
    public void StartDelegate(EventGraph function, Fact fact) => Enter(function, FrameKind.Delegated, fact);

    /// <summary>False where there is too much to be followed.</summary>
    public bool Run(CancellationToken cancellation)
    {
        while (pending.Count > 0 && !(EndsAtUnseen && Record.DecidesUnseen))
        {
            cancellation.ThrowIfCancellationRequested();
            work.CountBlock();
            Pass(pending.Dequeue());
            if (spent > Budget)
                break;
        }
        return !IsTooMuch;
    }

    private Frame Enter(EventGraph graph, FrameKind kind, Fact fact)
    {
        // All that starts an analysis shares one frame: nobody waits for it.
        Frame frame = FrameOf(graph, kind, kind is FrameKind.Called or FrameKind.Unawaited ? fact : Fact.Path);
        Reach(frame, graph.Graph.Blocks[0], null, 0, fact);
        return frame;
    }

    private Frame FrameOf(EventGraph graph, FrameKind kind, Fact key)
    {
        if (!frames.TryGetValue((graph, kind, key), out Frame? frame))
            frames[(graph, kind, key)] = frame = new Frame(graph, kind);
        return frame;
    }

    private void Pass(FlowPoint start)
    {
        Frame frame = start.Frame;
        BasicBlock block = start.Block;
        FinallyContext? context = start.Context;
        GraphFlow flow = FlowOf(frame.Graph);
        // A statement may throw before it has had its effect, and after.
        IReadOnlyList<Edge> handlers = flow.Throws(block) ? flow.Edges.Throw(block.EnclosingRegion, context) : [];
        BlockEvents events = universe.Events(frame.Graph, block);
        facts.Push((start.Fact, start.At));
        Throw(frame, handlers, start.Fact);
        foreach (CallMap function in flow.Delegates.At(block, start.At))
            Delegate(function, start.Fact);
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
                    if (Call(new Caller(new FlowPoint(frame, block, context, at, fact), map)) || !map.Returns)
                        fact = null;
                    continue;
                }
                if (Pauses.Contains(socketEvent))
                {
                    Pause(new FlowPoint(frame, block, context, at, fact));
                    if (socketEvent.Kind != SocketEventKind.Suspended)
                        continue;
                    End(frame, fact, Outcome.Pauses);
                    if (frame.Kind == FrameKind.Unawaited)
                        fact = Pauses.AfterCaller(fact, flow);
                    // Of a body by itself nobody knows what runs meanwhile.
                    if (Waits is null && fact.Holders.OutliveBody(frame.Graph.Body))
                        fact = fact.Escaped();
                    continue;
                }
                if (Pauses.IsByOwnerOnly(socketEvent))
                    continue;
                if (socketEvent.Kind == SocketEventKind.Delegated)
                {
                    if (flow.Delegates.Of(socketEvent) is { } made)
                        Delegate(made, fact);
                    continue;
                }
                Fact? next = transfer.Apply(socketEvent, fact, frame, out Fact? sprung);
                IReadOnlyList<Edge> after = handlers.Count > 0 && flow.IsGuarded(block, socketEvent.Operation) ? [] : handlers;
                if (sprung is not null)
                {
                    Throw(frame, after, sprung);
                    facts.Push((sprung, at));
                }
                if (next is not null)
                    Decide(frame, fact, next);
                if (next is not null && !ReferenceEquals(next, fact) && !IsInSwap(events, at, socketEvent, next))
                {
                    Throw(frame, after, next);
                    foreach (CallMap function in flow.Delegates.At(block, at))
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

    /// <summary>Anything else may run before the rest does.</summary>
    private void Pause(FlowPoint point)
    {
        if (Waits is null)
            return;
        Waits(point.Frame.Graph, point.Fact);
        FlowPoint next = continuations.After(point);
        foreach (Fact after in Pauses.Add(next))
            Reach(next, after);
    }

    /// <summary>Does the fact go into the callee, to come back from there?</summary>
    private bool Call(Caller caller)
    {
        Fact given = caller.Point.Fact;
        bool springs = ReferenceEquals(given, Fact.Path);
        HolderSet? seen = springs ? HolderSet.Empty : caller.Map.Inward(given.Holders);
        Frame from = caller.Point.Frame;
        if (seen is null || (caller.Map is { GoesOn: true, SeesAll: true } && !springs && !caller.Map.Gives(given.Holders) && !Pauses.IsOfNested(given, from.Graph.Body)))
            return false;
        bool goesOn = caller.Map.GoesOn || (from.Kind == FrameKind.Unawaited && (springs || Pauses.IsOfCaller(given, FlowOf(from.Graph))));
        Frame frame = Enter(caller.Map.Callee, goesOn ? FrameKind.Unawaited : FrameKind.Called, springs ? Fact.Path : given with { Holders = seen });
        Record.Enter(caller.Map.Callee, given, seen);
        continuations.Link(frame, caller);
        // The path itself goes on here; only what springs from it inside comes back.
        return !springs;
    }

    private void End(Frame frame, Fact fact, Outcome outcome)
    {
        if (!frame.IsCalled || ReferenceEquals(fact, Fact.Path) || !frame.End(fact, outcome))
            return;
        foreach (Caller caller in frame.Callers.ToArray())
            Return(caller, fact, outcome);
    }

    private void Return(Caller caller, Fact fact, Outcome outcome)
    {
        spent++;
        FlowPoint point = caller.Point;
        HolderSet before = ReferenceEquals(point.Fact, Fact.Path) ? HolderSet.Empty : point.Fact.Holders;
        Fact back = fact with { Holders = caller.Map.Outward(before, fact.Holders) };
        if (caller.Map.GoesOn)
            back = Pauses.BesideCallee(back, point.Frame.Graph);
        Record.Hold(point.Frame.Graph, back);
        if (back.Holders.IsEmpty)
            return;
        if (back.IsSocket && IsPutOutOfSight(before, back.Holders, point.Frame.Graph.Body))
            back = back.Escaped();
        Decide(point.Frame, point.Fact, back);
        // Who waits for it pauses with it.
        if (outcome == Outcome.Pauses && caller.Map.IsAwaited)
            End(point.Frame, back, outcome);
        else if (outcome == Outcome.Throws)
            Throw(point.Frame, FlowOf(point.Frame.Graph).Edges.Throw(point.Block.EnclosingRegion, point.Context), back);
        else
            Reach(point, back);
    }

    /// <summary>Has the callee put it into an object that the body does not follow, so that others may set it up?</summary>
    private bool IsPutOutOfSight(HolderSet before, HolderSet after, Body body)
    {
        if (after.Equals(before))
            return false;
        foreach (AccessPath holder in after.In(body))
        {
            if (holder.CanHoldSocket && !before.Contains(holder) && !universe.IsFollowed(body, holder))
                return true;
        }
        return false;
    }

    private void Decide(Frame frame, Fact before, Fact after)
    {
        if (SetupProtocol.IsDecided(after.State) && !SetupProtocol.IsDecided(before.State))
            Decides?.Invoke(frame.Graph, after);
    }

    private void Delegate(CallMap function, Fact fact)
    {
        if (ReferenceEquals(fact, Fact.Path))
            return;
        HolderSet holders = function.SeesAll ? fact.Holders.Except(FlowOf(function.Callee).Own) : function.Inward(fact.Holders) ?? HolderSet.Empty;
        if (holders.IsEmpty)
            return;
        Enter(function.Callee, FrameKind.Delegated, fact with { Holders = holders });
        if (!function.SeesAll)
            Record.Enter(function.Callee, fact, holders);
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
        if (graph.Tests[block.Ordinal] is not { } test || !fact.Holders.Contains(test.Path))
            return true;
        bool? says = value ? test.WhenTrue : test.WhenFalse;
        return test.Trait switch
        {
            SocketTrait.Bound => !fact.IsSocket || says == SetupProtocol.HasAddress(fact.State),
            // No other state says whether it is.
            SocketTrait.Connected => says == true || fact.State != SocketState.Connected,
            SocketTrait.Unix => says is not { } isUnix || fact.Origin.Creation?.Family != (isUnix ? FamilyProof.IP : FamilyProof.Unix),
            _ when says == true => !fact.IsSocket,
            _ => says is null || !ReferenceEquals(fact.Origin, Origin.Null),
        };
    }

    /// <summary>Whether what is left open was thrown out of is asked only of sockets that nobody else can reach.</summary>
    private void Throw(Frame frame, IReadOnlyList<Edge> handlers, Fact fact)
    {
        if (handlers.Count > 0)
            Go(frame, handlers, fact.IsSocket && !fact.IsThrown && !fact.Holders.OutliveBody(frame.Graph.Body) ? Thrown(fact) : fact);
    }

    private Fact Thrown(Fact fact)
    {
        if (!thrown.TryGetValue(fact, out Fact? after))
            thrown[fact] = after = fact with { IsThrown = true };
        return after;
    }

    private void Go(Frame frame, IReadOnlyList<Edge> along, Fact fact)
    {
        for (int i = 0; i < along.Count; i++)
        {
            Edge edge = along[i];
            spent++;
            if (edge.Target is null)
                End(frame, fact, Outcome.Throws);
            else if ((edge.Leaving.Count == 0 ? fact : transfer.Forget(fact, frame, FlowOf(frame.Graph).Ends(edge.Leaving))) is { } kept)
                Reach(frame, edge.Target, edge.Context, 0, kept);
        }
    }

    private void Reach(FlowPoint point, Fact fact) => Reach(point.Frame, point.Block, point.Context, point.At, fact);

    private void Reach(Frame frame, BasicBlock block, FinallyContext? context, int at, Fact fact)
    {
        if (frame.Reach(block, context, at, fact))
            pending.Enqueue(new FlowPoint(frame, block, context, at, fact));
    }

    private GraphFlow FlowOf(EventGraph graph)
    {
        if (!flows.TryGetValue(graph, out GraphFlow? flow))
            flows[graph] = flow = new GraphFlow(graph, universe);
        return flow;
    }
}
