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
    private readonly FlowRecord record;
    private readonly Body body;

    /// <param name="symbols">The socket API.</param>
    /// <param name="values">Finds what an end point's variable holds.</param>
    /// <param name="record">What the analysis saw.</param>
    /// <param name="body">The body that is judged.</param>
    public ListenerProof(SocketSymbols symbols, VariableValues values, FlowRecord record, Body body)
    {
        this.symbols = symbols;
        this.values = values;
        this.record = record;
        this.body = body;
    }

    /// <summary>Does the bind name a port? Where the kernel picks a free one, nothing can be in the way.</summary>
    public bool IsFixedPort(IOperation bind, CancellationToken cancellation) =>
        Argument(bind) is { } endPoint && !EndPoints.IsEphemeral(endPoint, values.Model(endPoint), symbols, values, cancellation) && !IsUnix(bind, cancellation);

    /// <summary>Is the socket bound to a path?</summary>
    public bool IsUnix(IOperation bind, CancellationToken cancellation) =>
        Argument(bind) is { } endPoint && EndPoints.IsUnix(endPoint, values.Model(endPoint), symbols, values, cancellation);

    private static ExpressionSyntax? Argument(IOperation bind) => EndPoints.Of(bind) is null ? null : (bind.Syntax as InvocationExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression;

    public bool IsIP(IOperation endPoint) => EndPoints.IsIP(endPoint, symbols);

    public bool IsListener(Creation creation, OriginHistory history, IOperation bind)
    {
        if (!creation.IsStream || !IsIP(creation, bind))
            return false;
        bool accepts = history.Kinds.Contains(SocketEventKind.Accepted);
        bool listens = accepts || history.Kinds.Contains(SocketEventKind.Listened);
        // What connects in this very body is a client, whatever else the variable is used for elsewhere.
        if (Happens(history, SocketEventKind.Connected) && !Happens(history, SocketEventKind.Accepted) && !Happens(history, SocketEventKind.Listened))
            return false;
        return accepts || (listens ? !IsProbe(history) : HappensElsewhere(history, acceptingOnly: false));
    }

    /// <summary>Does it happen in the body that is judged?</summary>
    private bool Happens(OriginHistory history, SocketEventKind kind) => history.Places.Contains((kind, body));

    private bool IsIP(Creation creation, IOperation bind) => creation.Family switch
    {
        FamilyProof.IP => true,
        FamilyProof.Unix => false,
        _ => EndPoints.Of(bind) is { } endPoint && IsIP(endPoint),
    };

    /// <summary>Only tried out: bound, listened on, and closed on every path, with nobody else to accept on it.</summary>
    private bool IsProbe(OriginHistory history) =>
        history.Kinds.Contains(SocketEventKind.Closed)
        && !history.IsLeftOpen
        && !history.Kinds.Contains(SocketEventKind.Escaped)
        && !history.Kinds.Contains(SocketEventKind.Returned)
        && !history.Holders.Any(holder => holder.OutlivesBody)
        && !HappensElsewhere(history, acceptingOnly: true);

    /// <summary>Does somebody listen or accept on a member that it was in?</summary>
    private bool HappensElsewhere(OriginHistory history, bool acceptingOnly)
    {
        return history.Holders.Any(holder => holder.OutlivesBody && record.Universe.Members.SelectMany(body => body.Graphs).Where(Entrances.IsRun).SelectMany(record.Universe.Events).Any(use => IsOn(use, holder.Symbol!)));

        // On an object of which nothing is known: it may be this one.
        bool IsOn(SocketEvent use, ISymbol member) =>
            (use.Kind == SocketEventKind.Accepted || (use.Kind == SocketEventKind.Listened && !acceptingOnly))
            && SymbolEqualityComparer.Default.Equals(use.Path.Symbol, member)
            && record.Before(use).Any(fact => ReferenceEquals(fact.Origin, Origin.Entry) || ReferenceEquals(fact.Origin, Origin.Unseen));
    }
}
