namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Once every variable of a body is known: turns events on an owner into events on each socket variable that it
/// owns, and drops events on variables that cannot hold a socket.
/// </summary>
internal sealed class EventExpansion
{
    private readonly AccessPaths paths;
    private readonly List<AccessPath> tracked;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;

    public EventExpansion(AccessPaths paths, SourceReach reach, CancellationToken cancellation)
    {
        this.paths = paths;
        tracked = paths.All.Where(paths.IsTracked).ToList();
        this.reach = reach;
        this.cancellation = cancellation;
    }

    public List<SocketEvent> Expand(List<SocketEvent> events) => events.SelectMany(Expand).ToList();

    private IEnumerable<SocketEvent> Expand(SocketEvent socketEvent)
    {
        if (!socketEvent.AndBelow)
        {
            if (paths.IsTracked(socketEvent.Path))
                yield return socketEvent;
            yield break;
        }
        foreach (AccessPath path in tracked)
        {
            if (path.StartsWith(socketEvent.Path) && IsTouched(path, socketEvent))
            {
                yield return socketEvent with { Path = path };
                // A callee that reaches a variable may also give it another socket.
                if (socketEvent.Callee is not null)
                    yield return socketEvent with { Path = path, Kind = SocketEventKind.PerhapsOverwritten };
            }
        }
    }

    private bool IsTouched(AccessPath path, SocketEvent socketEvent)
    {
        if (socketEvent.Callee is not { } callee)
            return true;
        AccessPath member = path;
        while (member.Owner is { } owner && !ReferenceEquals(owner, socketEvent.Path))
            member = owner;
        return member.Owner is not null && reach.CanTouch(callee, member.Symbol!, cancellation);
    }
}
