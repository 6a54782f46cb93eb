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

    /// <summary>Adds to <paramref name="after"/> the facts that hold after the event where the given one held before.</summary>
    public void Apply(SocketEvent socketEvent, Fact fact, List<Fact> after)
    {
        if (ReferenceEquals(fact, Fact.Path))
        {
            after.Add(fact);
            if (Spring(socketEvent) is { } origin)
                Keep(Fact.Of(origin, HolderSet.Of(socketEvent.Path)), after);
            return;
        }
        switch (socketEvent.Kind)
        {
            case SocketEventKind.Aliased when fact.Holders.Contains(socketEvent.Source!):
                Keep(fact with { Holders = fact.Holders.Add(socketEvent.Path) }, after);
                break;
            case SocketEventKind.Created or SocketEventKind.Aliased or SocketEventKind.Overwritten or SocketEventKind.Nulled or SocketEventKind.Forgotten:
                Keep(fact with { Holders = fact.Holders.Remove(socketEvent.Path) }, after);
                break;
            default:
                after.Add(fact.Holders.Contains(socketEvent.Path) ? Advance(socketEvent, fact) : fact);
                break;
        }
    }

    /// <summary>The fact once the variables end for which the predicate holds; null where nothing holds its thing any more.</summary>
    public Fact? Forget(Fact fact, Predicate<int> ends)
    {
        if (ReferenceEquals(fact, Fact.Path))
            return fact;
        HolderSet holders = fact.Holders.RemoveAll(ends);
        return ReferenceEquals(holders, fact.Holders) ? fact : Kept(fact with { Holders = holders });
    }

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

    private Fact Advance(SocketEvent socketEvent, Fact fact)
    {
        record.Observe(socketEvent, fact);
        if (!fact.IsSocket || SetupProtocol.Next(fact.State, socketEvent.Kind) is not { } transition)
            return fact;
        IOperation? boundAt = fact.BoundAt ?? (SetupProtocol.IsBound(transition.To) ? socketEvent.Operation : null);
        return fact with { State = transition.To, BoundAt = boundAt };
    }

    private void Keep(Fact fact, List<Fact> after)
    {
        if (Kept(fact) is { } kept)
            after.Add(kept);
    }

    private Fact? Kept(Fact fact)
    {
        record.Hold(fact);
        return fact.Holders.IsEmpty ? null : fact;
    }
}
