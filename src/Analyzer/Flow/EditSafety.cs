using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Asks the facts of one graph which edits are safe. <c>ReuseAddress</c> throws on a Unix domain socket, and on Windows
/// on a socket that is set to exclusive use: no such socket may get it by a repair.
/// </summary>
internal sealed class EditSafety
{
    private readonly FlowRecord record;
    private readonly IReadOnlyList<SocketEvent> own;
    private readonly IReadOnlyList<SocketEvent> all;
    private readonly ListenerProof listeners;

    public EditSafety(FlowRecord record, IReadOnlyList<SocketEvent> own, IReadOnlyList<SocketEvent> all, ListenerProof listeners)
    {
        this.record = record;
        this.own = own;
        this.all = all;
        this.listeners = listeners;
    }

    public SafeEdits OfBind(SocketEvent bind, HashSet<Origin> origins)
    {
        List<Fact> others = record.LiveBefore(bind).Where(fact => !origins.Contains(fact.Origin)).ToList();
        bool othersAreFree = others.All(fact => fact.IsSocket && !SetupProtocol.IsDecided(fact.State)) && !Contradict(SocketEventKind.ReuseAddressSet, others.Select(fact => fact.Origin));
        if (Contradict(SocketEventKind.ReuseAddressSet, origins))
            return SafeEdits.None;
        if (others.Count == 0 || (othersAreFree && IsIPBind(bind.Operation)))
            return SafeEdits.SetBeforeBind;
        bool areHere = origins.All(origin => own.Any(socketEvent => socketEvent.Operation == origin.Creation!.Operation));
        return (areHere && origins.All(IsIP) ? SafeEdits.SetAfterCreation : SafeEdits.None) | (othersAreFree ? SafeEdits.SetBeforeBindUnlessUnix : SafeEdits.None);
    }

    public SafeEdits OfLateSet(SocketEventKind kind, HashSet<Origin> origins, List<IOperation> binds)
    {
        IEnumerable<Fact> bound = all.Where(bind => bind.Kind == SocketEventKind.Bound && binds.Contains(bind.Operation)).SelectMany(record.LiveBefore);
        if (bound.Any(fact => !origins.Contains(fact.Origin) || SetupProtocol.IsDecided(fact.State)) || Contradict(kind, origins))
            return SafeEdits.None;
        if (!binds.TrueForAll(bind => EndPoints.Of(bind) is not null))
            return SafeEdits.None; // An object that binds by itself.
        bool isHere = binds.TrueForAll(bind => own.Any(socketEvent => socketEvent.Operation == bind));
        if (kind != SocketEventKind.ReuseAddressSet)
            return isHere ? SafeEdits.Move : SafeEdits.None;
        // What is cleared later on must not be cleared before the bind, by moving that too.
        SafeEdits move = !isHere || origins.Any(origin => record.History(origin).Kinds.Contains(SocketEventKind.ReuseAddressCleared)) ? SafeEdits.None : SafeEdits.Move;
        return move | (origins.All(IsIP) || binds.All(IsIPBind) ? SafeEdits.SetBeforeBind : SafeEdits.SetBeforeBindUnlessUnix);
    }

    /// <summary>Do the sockets get an option somewhere that would contradict one of the kind? Windows throws at the second of the two.</summary>
    private bool Contradict(SocketEventKind kind, IEnumerable<Origin> origins)
    {
        SocketEventKind? opposite = kind switch
        {
            SocketEventKind.ReuseAddressSet => SocketEventKind.ExclusiveAddressUseSet,
            SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ReuseAddressCleared => SocketEventKind.ReuseAddressSet,
            _ => null,
        };
        return opposite is { } contrary && origins.Any(origin => origin.IsSocket && record.History(origin).Kinds.Contains(contrary));
    }

    private static bool IsIP(Origin origin) => origin.Creation!.Family == FamilyProof.IP;

    private bool IsIPBind(IOperation bind) => EndPoints.Of(bind) is { } endPoint && listeners.IsIP(endPoint);
}
