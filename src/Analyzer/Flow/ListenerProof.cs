using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Proves that a socket which is bound is a listening TCP server's, and not a probe's, a client's or a Unix domain socket's.</summary>
internal sealed class ListenerProof
{
    private readonly SocketSymbols symbols;
    private readonly VariableValues values;
    private readonly ListeningEvidence evidence;
    private readonly SyntaxNode root;

    /// <param name="symbols">The socket API.</param>
    /// <param name="values">Finds what an end point's variable holds.</param>
    /// <param name="evidence">Finds the calls in the rest of the type.</param>
    /// <param name="root">The declaration of the body.</param>
    public ListenerProof(SocketSymbols symbols, VariableValues values, ListeningEvidence evidence, SyntaxNode root)
    {
        this.symbols = symbols;
        this.values = values;
        this.evidence = evidence;
        this.root = root;
    }

    /// <summary>Does the bind name a port? Where the kernel picks a free one, nothing can be in the way.</summary>
    public bool IsFixedPort(IInvocationOperation bind, CancellationToken cancellation) =>
        Argument(bind) is { } endPoint && !EndPoints.IsEphemeral(endPoint, values.Model(endPoint), symbols, values, cancellation) && !IsUnix(bind, cancellation);

    /// <summary>Is the socket bound to a path?</summary>
    public bool IsUnix(IInvocationOperation bind, CancellationToken cancellation) =>
        Argument(bind) is { } endPoint && EndPoints.IsUnix(endPoint, values.Model(endPoint), symbols, values, cancellation);

    private static ExpressionSyntax? Argument(IInvocationOperation bind) => (bind.Syntax as InvocationExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression;

    public bool IsIP(IOperation endPoint) => EndPoints.IsIP(endPoint, symbols);

    public bool IsListener(Creation creation, OriginHistory history, IInvocationOperation bind, CancellationToken cancellation)
    {
        if (!creation.IsStream || !IsIP(creation, bind))
            return false;
        bool accepts = history.Kinds.Contains(SocketEventKind.Accepted);
        bool listens = accepts || history.Kinds.Contains(SocketEventKind.Listened);
        // What connects in this very body is a client, whatever else the variable is used for elsewhere.
        if (!listens && history.Kinds.Contains(SocketEventKind.Connected))
            return false;
        return accepts || (listens ? !IsProbe(history, cancellation) : HappensElsewhere(history, acceptingOnly: false, cancellation));
    }

    /// <summary>Does anybody listen or accept on it?</summary>
    public bool HasEvidence(OriginHistory history, CancellationToken cancellation) =>
        history.Kinds.Contains(SocketEventKind.Accepted) || history.Kinds.Contains(SocketEventKind.Listened) || HappensElsewhere(history, acceptingOnly: false, cancellation);

    private bool IsIP(Creation creation, IInvocationOperation bind) => creation.Family switch
    {
        FamilyProof.IP => true,
        FamilyProof.Unix => false,
        _ => EndPoints.Of(bind) is { } endPoint && IsIP(endPoint),
    };

    /// <summary>Only tried out: bound, listened on, and closed on every path, with nobody else to accept on it.</summary>
    private bool IsProbe(OriginHistory history, CancellationToken cancellation) =>
        history.Kinds.Contains(SocketEventKind.Closed)
        && !history.IsLeftOpen
        && !history.Kinds.Contains(SocketEventKind.Escaped)
        && !history.Kinds.Contains(SocketEventKind.Returned)
        && !history.Holders.Any(holder => holder.OutlivesBody)
        && !HappensElsewhere(history, acceptingOnly: true, cancellation);

    /// <summary>Is it listened or accepted on in another body of the type?</summary>
    private bool HappensElsewhere(OriginHistory history, bool acceptingOnly, CancellationToken cancellation) =>
        history.Holders.Any(holder => holder.OutlivesBody && evidence.Exists(holder.Symbol!, root, acceptingOnly, cancellation));
}
