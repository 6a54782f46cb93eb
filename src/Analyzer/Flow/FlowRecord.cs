using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What the forward analysis of some bodies saw on its way. Once it has ended several threads may ask.</summary>
internal sealed class FlowRecord
{
    private readonly Dictionary<SocketEvent, HashSet<Fact>> observed = [];
    private readonly Dictionary<Origin, OriginHistory> histories = [];

    /// <summary>By where the socket was bound; null where it was not yet.</summary>
    private readonly Dictionary<(Origin, IOperation?), OriginHistory> historiesByBind = [];
    private readonly HashSet<Origin> blurred = [];

    public FlowRecord(Universe universe)
    {
        Universe = universe;
        DecidesUnseen = universe.Members.Any(body => body.DecidesUnseen);
    }

    public Universe Universe { get; }

    /// <summary>Is a decision made about a socket that came out of nowhere: perhaps out of an object or member that holds one?</summary>
    public bool DecidesUnseen { get; private set; }

    /// <summary>The sockets that were seen.</summary>
    public IEnumerable<Origin> Origins => histories.Keys;

    /// <summary>The facts of what the event's variable held, of every path that came by just before it.</summary>
    public IReadOnlyCollection<Fact> Before(SocketEvent socketEvent) => observed.TryGetValue(socketEvent, out HashSet<Fact>? facts) ? facts : Array.Empty<Fact>();

    /// <summary>As <see cref="Before"/>, but for what does not get past the event, null and a closed socket; and for what others tell of that left it.</summary>
    public List<Fact> LiveBefore(SocketEvent socketEvent) =>
        Before(socketEvent).Where(fact => !ReferenceEquals(fact.Origin, Origin.Null) && !ReferenceEquals(fact.Origin, Origin.Left) && fact.State != SocketState.Closed).ToList();

    public OriginHistory History(Origin origin) => histories.TryGetValue(origin, out OriginHistory? history) ? history : OriginHistory.None;

    /// <summary>
    /// What became of the sockets that were bound there, since then: a creation may make a server here and a client there.
    /// A listener that is stopped can be started again: it is one.
    /// </summary>
    public OriginHistory HistorySince(Origin origin, IOperation bind) => IsToldApart(origin) ? HistoryOf(origin, bind) : History(origin);

    /// <summary>What became of the sockets before they were bound anywhere.</summary>
    public OriginHistory HistoryUnbound(Origin origin) => IsToldApart(origin) ? HistoryOf(origin, null) : History(origin);

    /// <summary>From now on nobody knows which bind of the socket a fact comes from.</summary>
    public void Blur(Origin origin) => blurred.Add(origin);

    private bool IsToldApart(Origin origin) => origin.Creation is not { IsWrapper: true, IsStream: true } && !blurred.Contains(origin);

    private OriginHistory HistoryOf(Origin origin, IOperation? bind) => historiesByBind.TryGetValue((origin, bind), out OriginHistory? history) ? history : OriginHistory.None;

    /// <summary>All that the sockets of the fact's creation go through, and those of them that were bound at the same place.</summary>
    private (OriginHistory All, OriginHistory OfBind) Write(Fact fact)
    {
        if (!histories.TryGetValue(fact.Origin, out OriginHistory? history))
            histories[fact.Origin] = history = new OriginHistory();
        var bound = (fact.Origin, fact.BoundAt);
        if (!historiesByBind.TryGetValue(bound, out OriginHistory? ofBind))
            historiesByBind[bound] = ofBind = new OriginHistory();
        return (history, ofBind);
    }

    public void Observe(SocketEvent socketEvent, Fact fact, EventGraph graph)
    {
        if (!observed.TryGetValue(socketEvent, out HashSet<Fact>? facts))
            observed[socketEvent] = facts = [];
        facts.Add(fact);
        if (!fact.IsSocket)
        {
            DecidesUnseen |= (ReferenceEquals(fact.Origin, Origin.Unseen) || fact.Origin.WasThere) && socketEvent.Kind.IsDecision() && RunOrder.IsRun(graph);
            return;
        }
        (OriginHistory all, OriginHistory ofBind) = Write(fact);
        all.Add(socketEvent.Kind, graph.Body);
        // Nothing comes of what is done to a closed one.
        if (fact.State != SocketState.Closed)
            ofBind.Add(socketEvent.Kind, graph.Body);
    }

    /// <summary>Notes who holds what; a bound socket that nobody holds any more was left open.</summary>
    public void Hold(EventGraph graph, Fact fact)
    {
        if (fact.IsSocket && fact.Holders.IsEmpty)
            End(fact);
        Enter(graph, fact, fact.Holders);
    }

    /// <summary>Notes the variables of the graph that hold what the fact is about.</summary>
    public void Enter(EventGraph graph, Fact fact, HolderSet holders)
    {
        if (!fact.IsSocket)
            return;
        (OriginHistory all, OriginHistory ofBind) = Write(fact);
        foreach (AccessPath holder in holders.In(graph.Body))
        {
            all.Holders.Add(holder);
            ofBind.Holders.Add(holder);
        }
    }

    /// <summary>Notes that the body is done with the fact's socket.</summary>
    public void End(Fact fact)
    {
        if (!fact.IsSocket || fact.IsThrown || !SetupProtocol.IsBound(fact.State))
            return;
        (OriginHistory all, OriginHistory ofBind) = Write(fact);
        all.IsLeftOpen = ofBind.IsLeftOpen = true;
    }
}

/// <summary>What became of the sockets of one creation, on any path.</summary>
internal sealed class OriginHistory
{
    public static readonly OriginHistory None = new();

    /// <summary>What happened to it.</summary>
    public HashSet<SocketEventKind> Kinds { get; } = [];

    /// <summary>What happened to it, and in which body.</summary>
    public HashSet<(SocketEventKind Kind, Body Body)> Places { get; } = [];

    /// <summary>Every variable that ever held it.</summary>
    public HashSet<AccessPath> Holders { get; } = [];

    /// <summary>Can it be reached from elsewhere once the body has ended, or go to who called it?</summary>
    public bool Leaves => Kinds.Contains(SocketEventKind.Returned) || Holders.Any(holder => holder.OutlivesBody || holder.LeavesBody || holder is { Owner: null, Key: string });

    /// <summary>Was it bound and not closed on some path?</summary>
    public bool IsLeftOpen { get; set; }

    /// <summary>It happened to it, in that body.</summary>
    public void Add(SocketEventKind kind, Body body)
    {
        Kinds.Add(kind);
        Places.Add((kind, body));
    }
}
