using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Asks the facts which edits are safe. <c>ReuseAddress</c> throws on a Unix domain socket, and on Windows
/// on a socket that is set to exclusive use: no such socket may get it by a repair.
/// </summary>
internal sealed class EditSafety
{
    private readonly Evidence evidence;
    private readonly FlowRecord record;
    private HashSet<IOperation>? here;

    public EditSafety(Evidence evidence)
    {
        this.evidence = evidence;
        record = evidence.Record;
    }

    public SafeEdits OfBind(SocketEvent bind, HashSet<Origin> origins)
    {
        if (bind.Operation is IObjectCreationOperation)
            return IsUdpClient(bind.Operation) ? SafeEdits.RewriteUdpClient : SafeEdits.None;
        List<Fact> others = record.LiveBefore(bind).Where(fact => !origins.Contains(fact.Origin)).ToList();
        bool othersAreFree = others.TrueForAll(fact => fact.Origin.Creation is { IsStream: true } && !SetupProtocol.IsDecided(fact.State)) && !Contradict(SocketEventKind.ReuseAddressSet, others.Select(fact => fact.Origin));
        SafeEdits exclusive = othersAreFree ? Exclusive(bind, origins.Concat(others.Select(fact => fact.Origin)).ToList()) : SafeEdits.None;
        if (Contradict(SocketEventKind.ReuseAddressSet, origins))
            return exclusive;
        if (others.Count == 0 || (othersAreFree && IsIPBind(bind.Operation)))
            return exclusive | SafeEdits.SetBeforeBind;
        bool areHere = origins.All(origin => IsHere(origin.Creation!.Operation));
        return exclusive | (areHere && origins.All(IsIP) ? SafeEdits.SetAfterCreation : SafeEdits.None) | (othersAreFree ? SafeEdits.SetBeforeBindUnlessUnix : SafeEdits.None);
    }

    public SafeEdits OfLateSet(SocketEventKind kind, HashSet<Origin> origins, List<IOperation> binds)
    {
        if (kind == SocketEventKind.ReuseAddressCleared)
            return SafeEdits.RemoveCall; // Before the bind it would decide nothing.
        IEnumerable<Fact> bound = evidence.Binds.Where(bind => binds.Contains(bind.Operation)).SelectMany(record.LiveBefore);
        if (bound.Any(fact => !origins.Contains(fact.Origin) || SetupProtocol.IsDecided(fact.State)) || Contradict(kind, origins))
            return SafeEdits.None;
        if (binds.Count == 1 && IsUdpClient(binds[0]) && IsHere(binds[0]))
            return SafeEdits.RewriteUdpClient;
        if (!binds.TrueForAll(bind => bind is IInvocationOperation))
            return SafeEdits.None; // A constructor that binds.
        bool isHere = binds.TrueForAll(IsHere);
        if (kind != SocketEventKind.ReuseAddressSet)
            return isHere ? SafeEdits.Move : SafeEdits.None;
        // What is cleared later on must not be cleared before the bind, by moving that too.
        SafeEdits move = !isHere || origins.Any(origin => record.History(origin).Kinds.Contains(SocketEventKind.ReuseAddressCleared)) ? SafeEdits.None : SafeEdits.Move;
        return move | (origins.All(IsIP) || binds.All(IsIPBind) ? SafeEdits.SetBeforeBind : SafeEdits.SetBeforeBindUnlessUnix);
    }

    /// <summary>Of creations that do not name TCP: it may be named where no Unix domain socket can come out of them.</summary>
    public SafeEdits OfProtocol(List<Origin> origins) => origins.TrueForAll(IsOnlyIP) ? SafeEdits.NameTcp : SafeEdits.None;

    /// <summary>Of a set that opens the port.</summary>
    public SafeEdits OfOpening(SocketEvent set)
    {
        List<Origin> origins = record.LiveBefore(set).Select(fact => fact.Origin).Distinct().ToList();
        if (!origins.TrueForAll(origin => origin.IsSocket))
            return SafeEdits.None;
        // On a bound socket the property throws.
        bool isAlone = !record.LiveBefore(set).Exists(IsBound) && !evidence.Sets.Any(other => other != set && record.LiveBefore(other).Exists(fact => origins.Contains(fact.Origin)));
        return (isAlone && origins.TrueForAll(origin => origin.Creation!.Protocol == ProtocolArgument.Tcp) ? SafeEdits.ReplaceByExclusive : SafeEdits.None)
            // Receivers of datagrams need it to share a port.
            | (evidence.Listeners.HasNativeOptions && origins.TrueForAll(origin => origin.Creation!.IsStream) ? SafeEdits.TakeSharingBack : SafeEdits.None);
    }

    /// <summary>May the sockets be set to exclusive use before the bind, if the runtime knows that?</summary>
    private SafeEdits Exclusive(SocketEvent bind, List<Origin> origins)
    {
        if (Contradict(SocketEventKind.ExclusiveAddressUseSet, origins))
            return SafeEdits.None;
        if (origins.TrueForAll(origin => origin.Creation!.Protocol == ProtocolArgument.Tcp))
            return SafeEdits.ExclusiveBeforeBind | (MayBeBound(bind) ? SafeEdits.UnlessBound : SafeEdits.None);
        return origins.TrueForAll(origin => origin.Creation!.Protocol == ProtocolArgument.Tcp
            || (origin.Creation is { Protocol: ProtocolArgument.Zero, ProtocolPlace: { } place } && place.SyntaxTree == bind.Operation.Syntax.SyntaxTree && IsOnlyIP(origin)))
                ? SafeEdits.TcpAndExclusive
                : SafeEdits.None;
    }

    /// <summary>May it find the socket bound, and the program go on? A listener that is started again does nothing, and what a second bind throws is caught; the property would throw something else.</summary>
    private bool MayBeBound(SocketEvent bind) => (EndPoints.Of(bind.Operation) is null || IsCaught(bind.Operation.Syntax)) && record.LiveBefore(bind).Exists(IsBound);

    private static bool IsCaught(SyntaxNode bind) =>
        bind.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is TryStatementSyntax { Catches.Count: > 0 });

    private static bool IsBound(Fact fact) => fact.State is SocketState.Bound or SocketState.BoundByDecision;

    /// <summary>Is it an IP socket, whatever becomes of it?</summary>
    private bool IsOnlyIP(Origin origin)
    {
        OriginHistory history = record.History(origin);
        return IsIP(origin) || (evidence.BindsOf(origin).All(bind => IsIPBind(bind.Operation))
            && !history.Kinds.Contains(SocketEventKind.Escaped) && !history.Kinds.Contains(SocketEventKind.Connected) && !history.Kinds.Contains(SocketEventKind.Connecting));
    }

    /// <summary>Is it in the body that is judged?</summary>
    private bool IsHere(IOperation operation)
    {
        here ??= new HashSet<IOperation>(evidence.Own.Select(socketEvent => socketEvent.Operation));
        return here.Contains(operation);
    }

    private static bool IsUdpClient(IOperation bind) => bind is IObjectCreationOperation { Type.Name: "UdpClient" };

    /// <summary>Do the sockets get an option somewhere that would contradict one of the kind? Windows throws at the second of the two.</summary>
    private bool Contradict(SocketEventKind kind, IEnumerable<Origin> origins)
    {
        SocketEventKind[] opposites = kind switch
        {
            SocketEventKind.ReuseAddressSet => [SocketEventKind.ExclusiveAddressUseSet, SocketEventKind.ExclusiveAddressUseVaried],
            SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ExclusiveAddressUseVaried or SocketEventKind.ReuseAddressCleared => [SocketEventKind.ReuseAddressSet],
            _ => [],
        };
        return origins.Any(origin => origin.IsSocket && record.History(origin).Kinds.Overlaps(opposites));
    }

    private static bool IsIP(Origin origin) => origin.Creation!.Family == FamilyProof.IP;

    private bool IsIPBind(IOperation bind) => EndPoints.Of(bind) is { } endPoint && evidence.Listeners.IsIP(endPoint);
}
