using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Once every variable of a body is known: turns events on an owner into events on each socket variable that it
/// owns, and drops events on variables that cannot hold a socket.
/// </summary>
internal sealed class EventExpansion
{
    /// <summary>Events read and written, at most, before the body is given up.</summary>
    private const int MaximumEvents = 100_000;

    private readonly CallExpansion calls;
    private readonly Effects effects;
    private readonly Body body;
    private readonly AccessPaths paths;
    private readonly HashSet<AccessPath> followed;
    private readonly Dictionary<AccessPath, AccessPath[]> followedBelow = [];
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;
    private readonly List<SocketEvent> effectsOfDelegates = [];
    private readonly List<int> effectsUpTo = [];
    private readonly HashSet<(SocketEventKind, AccessPath, bool, ISymbol?, bool)> known = [];
    private int spent;

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
    public bool IsTooMuch => spent > MaximumEvents;

    /// <param name="events">The events of a block.</param>
    /// <param name="isRoot">Does the analysis start here, so that a constructor's base call makes the socket?</param>
    public SocketEvent[] Expand(SocketEvent[] events, bool isRoot)
    {
        if (events.Length == 0)
            return events;
        var expanded = new List<SocketEvent>();
        foreach (SocketEvent socketEvent in events)
        {
            if (isRoot || socketEvent.Kind != SocketEventKind.Created || !ReferenceEquals(socketEvent.Path, paths.This))
                Expand(socketEvent, expanded);
        }
        spent += expanded.Count;
        if (expanded.Count > 1)
            TakeOutRepeated(expanded);
        return [.. expanded];
    }

    /// <summary>Code that cannot be seen gets at the same once more, with nothing between: nobody learns anything from that.</summary>
    private static void TakeOutRepeated(List<SocketEvent> events)
    {
        var since = new HashSet<(SocketEventKind, AccessPath, bool)>();
        events.RemoveAll(socketEvent =>
        {
            if (socketEvent.Kind is SocketEventKind.Escaped or SocketEventKind.PerhapsOverwritten)
                return !since.Add((socketEvent.Kind, socketEvent.Path, socketEvent.IsByOwner));
            since.Clear();
            return false;
        });
    }

    private void Expand(SocketEvent socketEvent, List<SocketEvent> expanded)
    {
        spent++;
        if (IsTooMuch)
            return;
        switch (socketEvent.Kind)
        {
            case SocketEventKind.Suspended:
                expanded.Add(socketEvent);
                break;
            case SocketEventKind.Delegated:
                expanded.Add(socketEvent);
                foreach (SocketEvent effect in effects.Of(socketEvent, body))
                    Expand(effect, expanded);
                break;
            case SocketEventKind.Called:
                foreach (SocketEvent part in calls.Expand(socketEvent, body))
                {
                    if (part.Kind == SocketEventKind.Called)
                        expanded.Add(part);
                    else
                        Expand(part, expanded);
                }
                break;
            case SocketEventKind.DelegateCalled:
                foreach (SocketEvent effect in OfDelegates(socketEvent.Delegates))
                    Expand(effect with { Operation = socketEvent.Operation }, expanded);
                break;
            case SocketEventKind.Renamed:
                Rename(socketEvent, expanded);
                break;
            default:
                if (socketEvent.AndBelow)
                    Below(socketEvent, expanded);
                else
                    Single(socketEvent, expanded);
                break;
        }
    }

    /// <summary>What the first delegates of the body do, each thing once. A function of another body may count more of them.</summary>
    private IEnumerable<SocketEvent> OfDelegates(int count)
    {
        count = Math.Min(count, body.Delegates.Count);
        foreach (SocketEvent made in body.Delegates.Take(count).Skip(effectsUpTo.Count))
        {
            foreach (SocketEvent effect in effects.Of(made, body))
            {
                bool bears = effect.Kind != SocketEventKind.DelegateCalled && (effect.AndBelow ? FollowedBelow(effect.Path).Length > 0 : effect.Path.CanHoldSocket);
                if (bears && known.Add(effect.Effect))
                    effectsOfDelegates.Add(effect);
            }
            effectsUpTo.Add(effectsOfDelegates.Count);
        }
        return effectsOfDelegates.Take(count == 0 ? 0 : effectsUpTo[count - 1]);
    }

    private void Single(SocketEvent socketEvent, List<SocketEvent> expanded)
    {
        if (!socketEvent.Path.CanHoldSocket)
            return;
        if (followed.Contains(socketEvent.Path) || socketEvent.Kind is not (SocketEventKind.Created or SocketEventKind.Aliased or SocketEventKind.Nulled))
        {
            expanded.Add(socketEvent);
            return;
        }
        // What is stored where it is not followed is out of sight.
        expanded.Add(socketEvent with { Kind = SocketEventKind.Overwritten, Source = null });
        if (socketEvent.Source is { } stored)
            expanded.Add(socketEvent with { Kind = SocketEventKind.Escaped, Path = stored, Source = null });
    }

    private void Below(SocketEvent socketEvent, List<SocketEvent> expanded)
    {
        AccessPath[] below = FollowedBelow(socketEvent.Path);
        spent += below.Length;
        foreach (AccessPath path in below)
        {
            if (!IsTouched(path, socketEvent, out bool isGiven))
                continue;
            bool isByOwner = !isGiven && socketEvent.Kind == SocketEventKind.Escaped && !ReferenceEquals(path, socketEvent.Path);
            expanded.Add(ReferenceEquals(path, socketEvent.Path) ? socketEvent : socketEvent with { Path = path, IsByOwner = isByOwner });
            // Who gets at the owner of a variable may also give it another socket.
            if (isByOwner)
                expanded.Add(socketEvent with { Path = path, IsByOwner = true, Kind = SocketEventKind.PerhapsOverwritten });
        }
    }

    private AccessPath[] FollowedBelow(AccessPath prefix)
    {
        if (!followedBelow.TryGetValue(prefix, out AccessPath[]? below))
            followedBelow[prefix] = below = FindFollowed(prefix);
        return below;
    }

    /// <summary>Apart from who asks, so that no closure is made for what is known.</summary>
    private AccessPath[] FindFollowed(AccessPath prefix) => followed.Where(path => path.StartsWith(prefix)).ToArray();

    /// <summary>All that the owner owns goes with it; a local that is returned keeps it as well.</summary>
    private void Rename(SocketEvent renaming, List<SocketEvent> expanded)
    {
        AccessPath source = renaming.Source!;
        var moved = new List<(AccessPath From, AccessPath To)>();
        foreach (AccessPath path in paths.Below(source))
        {
            if (paths.Translate(path, source, renaming.Path) is { } target)
                moved.Add((path, target));
        }
        foreach (AccessPath path in FollowedBelow(renaming.Path))
            expanded.Add(renaming with { Kind = SocketEventKind.Forgotten, Path = path, Source = null });
        foreach ((AccessPath from, AccessPath to) in moved)
        {
            Single(renaming with { Kind = SocketEventKind.Aliased, Path = to, Source = from }, expanded);
            if (source.Key is IOperation)
                expanded.Add(renaming with { Kind = SocketEventKind.Forgotten, Path = from, Source = null });
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
