using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What an event makes of a fact.</summary>
internal sealed class Transfer
{
    private readonly FlowRecord record;
    private readonly Dictionary<IOperation, Origin> origins = [];

    public Transfer(FlowRecord record) => this.record = record;

    /// <summary>Told of every fact about what an object owns that other code knows, when the body at hand is done with the object.</summary>
    public Action<EventGraph, Fact, AccessPath>? Releases { get; set; }

    /// <summary>The fact after the event; null where nothing holds its thing any more.</summary>
    /// <param name="socketEvent">The event.</param>
    /// <param name="fact">What held before it; the same object comes back where the event does not concern it.</param>
    /// <param name="sprung">A fact that the event brings forth on every path.</param>
    /// <param name="frame">Where it happens.</param>
    public Fact? Apply(SocketEvent socketEvent, Fact fact, Frame frame, out Fact? sprung)
    {
        sprung = null;
        if (ReferenceEquals(fact, Fact.Path))
        {
            if (Spring(socketEvent) is { } origin)
                record.Hold(frame.Graph, sprung = Fact.Of(origin, HolderSet.Of(socketEvent.Path)) with { State = origin.Creation?.IsConnected is true ? SocketState.Connected : SocketState.Undecided });
            return fact;
        }
        switch (socketEvent.Kind)
        {
            case SocketEventKind.Aliased when fact.Holders.Contains(socketEvent.Source!):
                return With(frame, fact, fact.Holders.Add(socketEvent.Path));
            case SocketEventKind.Created or SocketEventKind.Aliased or SocketEventKind.Overwritten or SocketEventKind.Nulled or SocketEventKind.Forgotten:
                return With(frame, fact, fact.Holders.Remove(socketEvent.Path));
            default:
                return fact.Holders.Contains(socketEvent.Path) ? Advance(socketEvent, fact, frame) : fact;
        }
    }

    /// <summary>The fact once the variables end; null where nothing holds its thing any more.</summary>
    public Fact? Forget(Fact fact, Frame frame, HashSet<int> ended) =>
        ReferenceEquals(fact, Fact.Path) ? fact : With(frame, fact, fact.Holders.Except(ended));

    private Origin? Spring(SocketEvent socketEvent)
    {
        switch (socketEvent.Kind)
        {
            case SocketEventKind.Created:
                if (!origins.TryGetValue(socketEvent.Operation, out Origin? origin))
                    origins[socketEvent.Operation] = origin = new Origin(socketEvent.Creation);
                return origin;
            case SocketEventKind.Overwritten or SocketEventKind.PerhapsOverwritten:
                return Origin.Unseen;
            case SocketEventKind.Nulled:
                return Origin.Null;
            default:
                return null;
        }
    }

    private Fact Advance(SocketEvent socketEvent, Fact fact, Frame frame)
    {
        // What a function in sight gives back has not left.
        if (socketEvent.Kind == SocketEventKind.Returned && frame.IsCalled)
            return fact;
        record.Observe(socketEvent, fact, frame.Graph);
        if (!fact.IsSocket)
            return fact;
        OptionsInForce options = fact.Options.After(socketEvent);
        SocketState state = SetupProtocol.Next(fact.State, socketEvent.Kind)?.To ?? fact.State;
        if (state == fact.State && options == fact.Options)
            return fact;
        IOperation? boundAt = SetupProtocol.IsBound(state) ? fact.BoundAt ?? socketEvent.Operation : null;
        Fact after = fact with { State = state, BoundAt = boundAt, Options = options };
        if (boundAt != fact.BoundAt)
            record.Hold(frame.Graph, after);
        return after;
    }

    private void Release(EventGraph graph, Fact fact, HolderSet kept)
    {
        if (Releases is null || !fact.IsSocket)
            return;
        foreach (AccessPath path in fact.Holders.In(graph.Body))
        {
            if (path is { Owner: not null, Root.Key: not string } && !kept.Contains(path) && !record.Universe.IsFollowed(graph.Body, path))
                Releases(graph, fact, path);
        }
    }

    private Fact? With(Frame frame, Fact fact, HolderSet holders)
    {
        if (ReferenceEquals(holders, fact.Holders))
            return fact;
        Release(frame.Graph, fact, holders);
        Fact changed = fact with { Holders = holders };
        record.Hold(frame.Graph, changed);
        return holders.IsEmpty ? null : changed;
    }
}
