using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Once every variable of a body is known: turns events on an owner into events on each socket variable that it
/// owns, and drops events on variables that cannot hold a socket.
/// </summary>
internal sealed class EventExpansion
{
    private const int MaximumEvents = 100_000;

    private readonly CallExpansion calls;
    private readonly Effects effects;
    private readonly Body body;
    private readonly AccessPaths paths;
    private readonly HashSet<AccessPath> followed;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;

    public EventExpansion(Universe universe, CallExpansion calls, Effects effects, Body body, SourceReach reach, CancellationToken cancellation)
    {
        this.calls = calls;
        this.effects = effects;
        this.body = body;
        paths = body.Paths;
        followed = new HashSet<AccessPath>(paths.All.Where(path => universe.IsFollowed(body, path)));
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>Has it become more than a body written by hand needs?</summary>
    public bool IsTooMuch { get; private set; }

    /// <param name="events">The events of a block.</param>
    /// <param name="isRoot">Does the analysis start here, so that a constructor's base call makes the socket?</param>
    public List<SocketEvent> Expand(List<SocketEvent> events, bool isRoot)
    {
        List<SocketEvent> expanded = events
            .Where(socketEvent => isRoot || socketEvent.Kind != SocketEventKind.Created || !ReferenceEquals(socketEvent.Path, paths.This))
            .SelectMany(Expand).Take(MaximumEvents + 1).ToList();
        IsTooMuch |= expanded.Count > MaximumEvents;
        return expanded;
    }

    private IEnumerable<SocketEvent> Expand(SocketEvent socketEvent) => socketEvent.Kind switch
    {
        SocketEventKind.Suspended => [socketEvent],
        SocketEventKind.Delegated => effects.Of(socketEvent, body).SelectMany(Expand).Prepend(socketEvent),
        SocketEventKind.Called => calls.Expand(socketEvent, body).SelectMany(part => part.Kind == SocketEventKind.Called ? [part] : Expand(part)),
        SocketEventKind.DelegateCalled => body.Delegates.Take(socketEvent.Delegates).SelectMany(made => effects.Of(made, body))
            .Where(effect => effect.Kind != SocketEventKind.DelegateCalled).Select(effect => effect with { Operation = socketEvent.Operation }).SelectMany(Expand),
        SocketEventKind.Renamed => Rename(socketEvent),
        _ => socketEvent.AndBelow ? Below(socketEvent) : Single(socketEvent),
    };

    private IEnumerable<SocketEvent> Single(SocketEvent socketEvent)
    {
        if (!socketEvent.Path.CanHoldSocket)
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
    }

    private IEnumerable<SocketEvent> Below(SocketEvent socketEvent)
    {
        foreach (AccessPath path in followed.Where(path => path.StartsWith(socketEvent.Path)))
        {
            if (!IsTouched(path, socketEvent, out bool isGiven))
                continue;
            bool isByOwner = !isGiven && socketEvent.Kind == SocketEventKind.Escaped && !ReferenceEquals(path, socketEvent.Path);
            yield return socketEvent with { Path = path, IsByOwner = isByOwner };
            // Who gets at the owner of a variable may also give it another socket.
            if (isByOwner)
                yield return socketEvent with { Path = path, IsByOwner = true, Kind = SocketEventKind.PerhapsOverwritten };
        }
    }

    /// <summary>All that the owner owns goes with it; a local that is returned keeps it as well.</summary>
    private IEnumerable<SocketEvent> Rename(SocketEvent renaming)
    {
        AccessPath source = renaming.Source!;
        var moved = new List<(AccessPath From, AccessPath To)>();
        foreach (AccessPath path in paths.Below(source))
        {
            if (paths.Translate(path, source, renaming.Path) is { } target)
                moved.Add((path, target));
        }
        foreach (AccessPath path in followed.Where(path => path.StartsWith(renaming.Path)))
            yield return renaming with { Kind = SocketEventKind.Forgotten, Path = path, Source = null };
        foreach ((AccessPath from, AccessPath to) in moved)
        {
            foreach (SocketEvent part in Single(renaming with { Kind = SocketEventKind.Aliased, Path = to, Source = from }))
                yield return part;
            if (source.Key is IOperation)
                yield return renaming with { Kind = SocketEventKind.Forgotten, Path = from, Source = null };
        }
    }

    /// <param name="path">A variable below that of the event.</param>
    /// <param name="socketEvent">The event.</param>
    /// <param name="isGiven">Is the socket itself given out, and not its owner alone?</param>
    private bool IsTouched(AccessPath path, SocketEvent socketEvent, out bool isGiven)
    {
        isGiven = false;
        if (socketEvent.Callee is not { } callee)
            return true;
        if (Member(path, socketEvent.Path) is not { } member)
            return false;
        if (!socketEvent.IsOfAnotherObject)
            return reach.CanTouch(callee, member, cancellation);
        CallBack callBack = reach.CallsBack(callee, member, cancellation);
        isGiven = callBack == CallBack.SetsOnGiven;
        return callBack != CallBack.None;
    }

    /// <summary>The member of the owner through which it gets at the path.</summary>
    private static ISymbol? Member(AccessPath path, AccessPath owner)
    {
        AccessPath member = path;
        while (member.Owner is { } next && !ReferenceEquals(next, owner))
            member = next;
        return member.Owner is null ? null : member.Symbol;
    }
}
