using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What all rules are judged by: the facts of one analysis, and what can be proven of the sockets in them.</summary>
internal sealed class Evidence
{
    private readonly Dictionary<SocketEvent, Body> binds = [];
    private readonly List<SocketEvent> sets = [];
    private readonly OtherNames names;

    /// <param name="record">What the analysis saw.</param>
    /// <param name="body">The body that is judged.</param>
    /// <param name="isWhole">Did it see all that bears on the body?</param>
    /// <param name="listeners">Tells servers from other sockets.</param>
    /// <param name="cancellation">Ends it.</param>
    public Evidence(FlowRecord record, Body body, bool isWhole, ListenerProof listeners, CancellationToken cancellation)
    {
        Record = record;
        Body = body;
        IsWhole = isWhole;
        Listeners = listeners;
        Cancellation = cancellation;
        names = new OtherNames(record.Universe);
        foreach (Body member in record.Universe.Members)
        {
            foreach (EventGraph graph in member.Graphs)
            {
                foreach (SocketEvent socketEvent in record.Universe.MetEvents(graph))
                {
                    if (socketEvent.Kind == SocketEventKind.Bound)
                        binds[socketEvent] = member;
                    else if (socketEvent.Kind.IsOption())
                        sets.Add(socketEvent);
                    if (socketEvent.Kind.IsDecision() && RunOrder.IsRun(graph))
                        Decide(socketEvent.Path, member);
                }
            }
        }
        Own = body.Graphs.SelectMany(record.Universe.MetEvents).ToList();
        ReachesLent = record.Universe.ReachesLent || record.DecidesUnseen;
        Safety = new EditSafety(this);
    }

    public FlowRecord Record { get; }

    public Body Body { get; }

    /// <summary>Did the analysis see all that bears on the body? Else nothing is proven but of what the body itself made, or got from those that it calls.</summary>
    public bool IsWhole { get; }

    public ListenerProof Listeners { get; }

    public EditSafety Safety { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The events of the body.</summary>
    public IReadOnlyList<SocketEvent> Own { get; }

    /// <summary>Every bind, of all bodies.</summary>
    public IReadOnlyCollection<SocketEvent> Binds => binds.Keys;

    /// <summary>Every set of an address option, in all bodies.</summary>
    public IReadOnlyList<SocketEvent> Sets => sets;

    /// <summary>Can somebody get at a socket that an object of the framework holds?</summary>
    public bool ReachesLent { get; }

    public OriginHistory History(Origin origin) => Record.History(origin);

    /// <summary>Does the socket, bound there, listen on a port that is fixed?</summary>
    public bool Listens(Origin origin, SocketEvent bind) =>
        Listeners.IsFixedPort(bind.Operation, origin.Creation!, Cancellation) && Listeners.IsListener(origin, bind.Operation, binds[bind]);

    /// <summary>May a decision have been made about the socket of the fact?</summary>
    public bool IsDecided(Fact fact) => SetupProtocol.IsDecided(fact.State) || (fact.State == SocketState.Lent && ReachesLent) || names.MayDecide(History(fact.Origin));

    /// <summary>The binds that the socket comes to.</summary>
    public IEnumerable<SocketEvent> BindsOf(Origin origin) => Binds.Where(bind => Record.LiveBefore(bind).Exists(fact => ReferenceEquals(fact.Origin, origin)));

    /// <summary>Can it be nothing but a Unix domain socket?</summary>
    public bool IsUnix(Origin origin) => origin.Creation switch
    {
        { Family: FamilyProof.Unix } => true,
        { Family: FamilyProof.None, IsAccepted: false } => IsOnlyBoundToPaths(origin),
        _ => false,
    };

    public static List<Creation> Creations(IEnumerable<Origin> origins) =>
        origins.Select(origin => origin.Creation!).Distinct().OrderBy(creation => Position(creation.Operation)).ToList();

    public static int Position(IOperation operation) => operation.Syntax.SpanStart;

    private void Decide(AccessPath path, Body body)
    {
        names.Decide(path, body);
        if (!IsWhole && body != Body)
            names.DecideForAny(path);
    }

    private bool IsOnlyBoundToPaths(Origin origin)
    {
        OriginHistory history = History(origin);
        if (history.Leaves || history.Kinds.Contains(SocketEventKind.Escaped) || history.Kinds.Contains(SocketEventKind.Connected) || history.Kinds.Contains(SocketEventKind.Connecting))
            return false;
        List<SocketEvent> binds = BindsOf(origin).ToList();
        return binds.Count > 0 && binds.TrueForAll(bind => Listeners.IsUnix(bind.Operation, Cancellation));
    }
}
