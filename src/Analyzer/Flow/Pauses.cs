using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Where bodies wait, so that anything else in sight may run before they go on: at an <c>await</c>, and at a call of unseen
/// code that knows the object, of which it cannot name the members.
/// </summary>
internal sealed class Pauses
{
    private readonly Universe universe;
    private readonly FlowRecord record;
    private readonly Dictionary<EventGraph, List<(BasicBlock Block, int Index, SocketEvent Event)>> places = [];
    private readonly HashSet<(Frame, BasicBlock, FinallyContext?, int, Origin, HolderSet, bool)> known = [];
    private readonly Dictionary<Body, HashSet<int>> namedByNested = [];
    private readonly Dictionary<(EventGraph Body, Origin Origin), (HashSet<Fact> Resumed, List<FlowPoint> Waiting)> waits = [];

    public Pauses(Universe universe, FlowRecord record)
    {
        this.universe = universe;
        this.record = record;
    }

    /// <summary>Is the member one that only code in sight can name?</summary>
    public Predicate<AccessPath> IsClosed { get; set; } = _ => false;

    /// <summary>May anything else in sight run before the body goes on?</summary>
    public bool Contains(SocketEvent socketEvent) => socketEvent.Kind == SocketEventKind.Suspended || (socketEvent.Kind == SocketEventKind.Escaped && IsByOwnerOnly(socketEvent));

    /// <summary>Does code that cannot be seen get an owner, of which it cannot name the member? It can but call what is in sight.</summary>
    public bool IsByOwnerOnly(SocketEvent socketEvent) => socketEvent.IsByOwner && IsClosed(socketEvent.Path);

    /// <summary>The fact, once a caller that did not wait has gone on: it may have decided about what it can reach.</summary>
    public Fact AfterCaller(Fact fact, GraphFlow callee) => IsOut(fact, path => !callee.IsLocal(path) && !IsClosed(path), callee.Graph.Body) ? fact.Escaped() : fact;

    /// <summary>The fact, once a callee that nobody waits for goes on: it may decide about what it was given.</summary>
    public Fact BesideCallee(Fact fact, EventGraph caller) => IsOut(fact, path => !IsClosed(path), caller.Body) ? fact.Escaped() : fact;

    /// <summary>Can a function that is nested in the body, and goes on beside it, do anything to the socket?</summary>
    public bool IsOfNested(Fact fact, Body body) => IsOut(fact, path => NamedByNested(body).Contains(path.Root.Id), body);

    /// <summary>Can somebody who called the function get at the socket?</summary>
    public static bool IsOfCaller(Fact fact, GraphFlow callee) => IsOut(fact, path => !callee.IsLocal(path), callee.Graph.Body);

    private static bool IsOut(Fact fact, Func<AccessPath, bool> isOut, Body body) => fact.Holders.Contains(HolderSet.Waiting) || fact.Holders.In(body).Any(isOut);

    /// <summary>The variables that functions nested in the body do something with; any of them may run another one.</summary>
    private HashSet<int> NamedByNested(Body body)
    {
        if (!namedByNested.TryGetValue(body, out HashSet<int>? named))
            namedByNested[body] = named = [.. body.Functions.Values.SelectMany(function => function.AllEvents).SelectMany(Named).Select(path => path.Root.Id)];
        return named;
    }

    private static IEnumerable<AccessPath> Named(SocketEvent socketEvent)
    {
        var named = new List<AccessPath?> { socketEvent.Path, socketEvent.Source, socketEvent.Call?.Receiver };
        if (socketEvent.Call is { } site)
            named.AddRange(site.Arguments.Select(argument => argument.Path).Concat(site.Otherwise.Select(effect => effect.Path)));
        return named.OfType<AccessPath>();
    }

    /// <summary>The body waits there with the fact: the facts to go on with, so far.</summary>
    public IEnumerable<Fact> Add(FlowPoint point)
    {
        // What it goes on with depends on the variables and on whether they were bound; the rest comes from what ran meanwhile.
        if (!point.Fact.IsSocket || !known.Add((point.Frame, point.Block, point.Context, point.At, point.Fact.Origin, point.Fact.Holders, SetupProtocol.IsBound(point.Fact.State))))
            return [];
        (HashSet<Fact> resumed, List<FlowPoint> waiting) = In(point.Frame.Graph, point.Fact.Origin);
        waiting.Add(point);
        return resumed.Select(after => GoOn(point, after)).OfType<Fact>().ToList();
    }

    /// <summary>Where the fact, which something that ran meanwhile left in a member, may hold: null where that was told before.</summary>
    public IEnumerable<(BasicBlock Block, int At)>? Resume(EventGraph body, Fact fact) =>
        PlacesOf(body) is { Count: > 0 } all && In(body, fact.Origin).Resumed.Add(fact)
            ? all.Where(place => place.Event.Kind == SocketEventKind.Suspended || fact.Holders.Contains(place.Event.Path)).Select(place => (place.Block, place.Index + 1))
            : null;

    /// <summary>What waited in the body for the fact's socket, and goes on with what became of it.</summary>
    public List<(FlowPoint Point, Fact Fact)> GoOn(EventGraph body, Fact fact) => fact.IsSocket
        ? In(body, fact.Origin).Waiting.Select(point => (point, Fact: GoOn(point, fact))).Where(next => next.Fact is not null).Select(next => (next.point, next.Fact!)).ToList()
        : [];

    /// <summary>The variables that held the socket before still do; nothing but a stopped listener gets rid of its bind.</summary>
    private Fact? GoOn(FlowPoint point, Fact after)
    {
        bool wasBound = SetupProtocol.IsBound(point.Fact.State);
        if (wasBound && after.State != SocketState.Closed && !SetupProtocol.IsBound(after.State) && !record.History(after.Origin).Kinds.Contains(SocketEventKind.Stopped))
            return null;
        return !after.Holders.Overlaps(point.Fact.Holders) ? null : after.Holders.Equals(point.Fact.Holders) ? after : after with { Holders = point.Fact.Holders };
    }

    private (HashSet<Fact> Resumed, List<FlowPoint> Waiting) In(EventGraph body, Origin origin) =>
        waits.TryGetValue((body, origin), out (HashSet<Fact>, List<FlowPoint>) found) ? found : waits[(body, origin)] = ([], []);

    private List<(BasicBlock Block, int Index, SocketEvent Event)> PlacesOf(EventGraph body)
    {
        if (places.TryGetValue(body, out List<(BasicBlock, int, SocketEvent)>? found))
            return found;
        places[body] = found = [];
        foreach (BasicBlock block in body.Graph.Blocks)
        {
            SocketEvent[] events = universe.Events(body, block).Events;
            for (int i = 0; i < events.Length; i++)
            {
                if (Contains(events[i]))
                    found.Add((block, i, events[i]));
            }
        }
        return found;
    }
}
