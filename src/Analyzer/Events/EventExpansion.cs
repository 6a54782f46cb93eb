namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Once every variable of a body is known: turns events on an owner into events on each socket variable that it
/// owns, and drops events on variables that cannot hold a socket.
/// </summary>
internal sealed class EventExpansion
{
    private const int MaximumEvents = 100_000;

    private readonly BodyReader body;
    private readonly AccessPaths paths;
    private readonly HashSet<AccessPath> followed;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;

    public EventExpansion(BodyReader body, SourceReach reach, CancellationToken cancellation)
    {
        this.body = body;
        paths = body.Paths;
        followed = new HashSet<AccessPath>(paths.All.Where(path => paths.IsTracked(path) && !body.Aliased.Any(path.StartsWith)));
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>Has it become more than a body written by hand needs?</summary>
    public bool IsTooMuch { get; private set; }

    public List<SocketEvent> Expand(List<SocketEvent> events)
    {
        List<SocketEvent> expanded = events.SelectMany(Expand).Take(MaximumEvents + 1).ToList();
        IsTooMuch |= expanded.Count > MaximumEvents;
        return expanded;
    }

    private IEnumerable<SocketEvent> Expand(SocketEvent socketEvent)
    {
        if (socketEvent.Kind == SocketEventKind.DelegateCalled)
        {
            foreach (SocketEvent effect in body.Delegates.Take(socketEvent.Delegates).SelectMany(function => function.At(socketEvent)).Where(effect => effect.Kind != SocketEventKind.DelegateCalled).SelectMany(Expand))
                yield return effect;
            yield break;
        }
        if (!socketEvent.AndBelow)
        {
            if (!paths.IsTracked(socketEvent.Path))
                yield break;
            if (followed.Contains(socketEvent.Path) || socketEvent.Kind is not (SocketEventKind.Created or SocketEventKind.Aliased or SocketEventKind.Nulled))
            {
                yield return socketEvent;
                yield break;
            }
            // What is stored where it is not followed is out of sight.
            yield return socketEvent with { Kind = SocketEventKind.Overwritten, Source = null };
            if (socketEvent.Source is { } stored)
                yield return socketEvent with { Kind = SocketEventKind.Escaped, Path = stored, Source = null };
            yield break;
        }
        foreach (AccessPath path in followed)
        {
            if (path.StartsWith(socketEvent.Path) && IsTouched(path, socketEvent))
            {
                yield return socketEvent with { Path = path };
                // Who gets at the owner of a variable may also give it another socket.
                if (socketEvent.Kind == SocketEventKind.Escaped && !ReferenceEquals(path, socketEvent.Path))
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
        return member.Owner is not null
            && (socketEvent.IsOfAnotherObject ? reach.Names(callee, member.Symbol!, cancellation) : reach.CanTouch(callee, member.Symbol!, cancellation));
    }
}
