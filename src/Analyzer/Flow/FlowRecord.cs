using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What the forward analysis of one graph saw on its way.</summary>
internal sealed class FlowRecord
{
    private readonly Dictionary<SocketEvent, HashSet<Fact>> observed = [];
    private readonly Dictionary<Origin, OriginHistory> histories = [];

    public FlowRecord(Universe universe) => Universe = universe;

    public Universe Universe { get; }

    /// <summary>Is a decision made about a socket that came out of nowhere: perhaps out of an object or member that holds one?</summary>
    public bool DecidesUnseen =>
        Universe.Members.Any(body => body.DecidesUnseen)
        || Universe.RunEvents.Any(socketEvent => socketEvent.Kind.IsDecision() && Before(socketEvent).Any(fact => ReferenceEquals(fact.Origin, Origin.Unseen) || ReferenceEquals(fact.Origin, Origin.Entry)));

    /// <summary>The sockets that were seen.</summary>
    public IEnumerable<Origin> Origins => histories.Keys;

    /// <summary>The facts of what the event's variable held, of every path that came by just before it.</summary>
    public IReadOnlyCollection<Fact> Before(SocketEvent socketEvent) => observed.TryGetValue(socketEvent, out HashSet<Fact>? facts) ? facts : Array.Empty<Fact>();

    /// <summary>As <see cref="Before"/>, but for what does not get past the event: null and a closed socket.</summary>
    public List<Fact> LiveBefore(SocketEvent socketEvent) =>
        Before(socketEvent).Where(fact => !ReferenceEquals(fact.Origin, Origin.Null) && fact.State != SocketState.Closed).ToList();

    public OriginHistory History(Origin origin) => histories.TryGetValue(origin, out OriginHistory? history) ? history : OriginHistory.None;

    private OriginHistory Write(Origin origin)
    {
        if (!histories.TryGetValue(origin, out OriginHistory? history))
            histories[origin] = history = new OriginHistory();
        return history;
    }

    public void Observe(SocketEvent socketEvent, Fact fact, Body body)
    {
        if (!observed.TryGetValue(socketEvent, out HashSet<Fact>? facts))
            observed[socketEvent] = facts = [];
        facts.Add(fact);
        if (!fact.IsSocket)
            return;
        OriginHistory history = Write(fact.Origin);
        history.Kinds.Add(socketEvent.Kind);
        history.Places.Add((socketEvent.Kind, body));
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
        foreach (AccessPath path in holders.In(graph.Body))
            Write(fact.Origin).Holders.Add(path);
    }

    /// <summary>Notes that the body is done with the fact's socket.</summary>
    public void End(Fact fact)
    {
        if (fact.IsSocket && !fact.IsThrown && SetupProtocol.IsBound(fact.State))
            Write(fact.Origin).IsLeftOpen = true;
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
    public bool Leaves => Kinds.Contains(SocketEventKind.Returned) || Holders.Any(holder => holder.OutlivesBody || holder.GoesOut || holder is { Owner: null, Key: string });

    /// <summary>Was it bound and not closed on some path?</summary>
    public bool IsLeftOpen { get; set; }
}
