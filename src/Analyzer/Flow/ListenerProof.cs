using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Proves that a socket which is bound is a listening TCP server's, and not a probe's, a client's or a Unix domain socket's.</summary>
internal sealed class ListenerProof
{
    private readonly SocketSymbols symbols;
    private readonly VariableValues values;
    private readonly Mentions mentions;
    private readonly SourceReach reach;
    private readonly FlowRecord record;
    private readonly Dictionary<IOperation, bool> unix = [];

    /// <param name="symbols">The socket API.</param>
    /// <param name="values">Finds what an end point's variable holds.</param>
    /// <param name="mentions">Finds who may call a method.</param>
    /// <param name="reach">Knows what other methods spell.</param>
    /// <param name="record">What the analysis saw.</param>
    public ListenerProof(SocketSymbols symbols, VariableValues values, Mentions mentions, SourceReach reach, FlowRecord record)
    {
        this.symbols = symbols;
        this.mentions = mentions;
        this.reach = reach;
        this.values = values;
        this.record = record;
    }

    /// <summary>Can native options be set?</summary>
    public bool HasNativeOptions => symbols.HasNativeOptions;

    /// <summary>Does the bind name a port? Where the kernel picks a free one, nothing can be in the way.</summary>
    public bool IsFixedPort(IOperation bind, Creation creation, CancellationToken cancellation) =>
        Argument(bind) is { } endPoint
            ? !EndPoints.IsEphemeral(endPoint, symbols, values, cancellation) && !IsUnix(bind, cancellation) && !IsAmongUnix(bind, cancellation)
            : creation.IsWrapper && !(creation.Address is { } address && EndPoints.IsEphemeral(address, symbols, values, cancellation));

    /// <summary>Is the socket bound to a path?</summary>
    public bool IsUnix(IOperation bind, CancellationToken cancellation)
    {
        if (!unix.TryGetValue(bind, out bool isUnix))
            unix[bind] = isUnix = Argument(bind) is { } endPoint && EndPoints.IsUnix(endPoint, symbols, values, cancellation);
        return isUnix;
    }

    /// <summary>Do tests around the bind leave nothing but a path?</summary>
    private bool IsAmongUnix(IOperation bind, CancellationToken cancellation) =>
        EndPoints.Of(bind) is { } endPoint && !IsIP(endPoint) && new FamilyTests(values.Model(bind.Syntax), values, cancellation).LeaveOnlyUnix(bind.Syntax);

    private static ExpressionSyntax? Argument(IOperation bind) => EndPoints.Of(bind) is null ? null : (bind.Syntax as InvocationExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression;

    public bool IsIP(IOperation endPoint) => EndPoints.IsIP(endPoint, symbols);

    /// <param name="origin">The creation of the socket.</param>
    /// <param name="bind">Where it is bound: others of the same creation may be bound elsewhere, for another purpose.</param>
    /// <param name="body">Where that is.</param>
    public bool IsListener(Origin origin, IOperation bind, Body body)
    {
        if (!origin.Creation!.IsStream || !IsIP(origin.Creation, bind))
            return false;
        OriginHistory before = record.HistoryUnbound(origin);
        OriginHistory since = record.HistorySince(origin, bind);
        bool accepts = Happens(SocketEventKind.Accepted);
        bool listens = accepts || Happens(SocketEventKind.Listened);
        // What connects in this very body is a client, whatever else the variable is used for elsewhere.
        if ((HappensHere(SocketEventKind.Connected) || HappensHere(SocketEventKind.Connecting)) && !HappensHere(SocketEventKind.Accepted) && !HappensHere(SocketEventKind.Listened))
            return false;
        return accepts || (listens ? !IsProbe(since) : Elsewhere(since, SocketEventKind.Accepted, SocketEventKind.Listened).Any());

        bool Happens(SocketEventKind kind) => since.Kinds.Contains(kind) || before.Kinds.Contains(kind);

        bool HappensHere(SocketEventKind kind) => since.Places.Contains((kind, body)) || before.Places.Contains((kind, body));
    }

    /// <summary>Does the socket take part in a multicast group?</summary>
    public bool IsMulticastReceiver(Origin origin, IOperation bind, CancellationToken cancellation)
    {
        if (origin.Creation!.SocketType != SocketConstants.SocketTypeDatagram)
            return false;
        OriginHistory since = record.HistorySince(origin, bind);
        var offers = new Offers(record.Universe, bind, mentions, values, reach, cancellation);
        return since.Places.Concat(record.HistoryUnbound(origin).Places).Where(place => place.Kind == SocketEventKind.JoinedGroup).Select(place => place.Body)
            .Concat(Elsewhere(since, SocketEventKind.JoinedGroup))
            .Any(offers.IsNone);
    }

    private bool IsIP(Creation creation, IOperation bind) => creation.Family switch
    {
        FamilyProof.IP => true,
        FamilyProof.Unix => false,
        _ => EndPoints.Of(bind) is { } endPoint && IsIP(endPoint),
    };

    /// <summary>Only tried out: bound, listened on, and closed on every path, with nobody else to accept on it.</summary>
    private bool IsProbe(OriginHistory history) =>
        (history.Kinds.Contains(SocketEventKind.Closed) || history.Kinds.Contains(SocketEventKind.Stopped))
        && !history.IsLeftOpen
        && !history.Kinds.Contains(SocketEventKind.Escaped)
        && !history.Kinds.Contains(SocketEventKind.Returned)
        && !history.Holders.Any(holder => holder.OutlivesBody)
        && !Elsewhere(history, SocketEventKind.Accepted).Any();

    /// <summary>The bodies that do one of these things on a member that it was in.</summary>
    private IEnumerable<Body> Elsewhere(OriginHistory history, params SocketEventKind[] kinds)
    {
        List<ISymbol> members = history.Holders.Where(holder => holder.OutlivesBody).Select(holder => holder.Symbol!).ToList();
        return members.Count == 0 ? [] : record.Universe.Members.Where(body => record.Universe.RunEvents(body).Any(use => members.Exists(member => IsOn(use, member))));

        // On an object of which nothing is known: it may be this one.
        bool IsOn(SocketEvent use, ISymbol member) =>
            kinds.Contains(use.Kind)
            && SymbolEqualityComparer.Default.Equals(use.Path.Symbol, member)
            && record.Before(use).Any(fact => fact.Origin.WasThere || ReferenceEquals(fact.Origin, Origin.Unseen));
    }
}
