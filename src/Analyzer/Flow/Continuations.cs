using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Where functions go on that have waited. What comes then depends on what ran meanwhile and not on what a caller brought:
/// it is worked out once for all of them, and else would be for each, with the product of both.
/// </summary>
internal sealed class Continuations
{
    /// <summary>By all of the fact before a wait that what comes after it depends on.</summary>
    private readonly Dictionary<(EventGraph, FrameKind, Origin, HolderSet, bool), Frame> frames = [];

    /// <summary>Callers that a frame does not know of yet.</summary>
    private readonly Stack<(Frame Frame, Caller Caller)> links = new();
    private readonly Action<Caller, Fact, Outcome> giveBack;

    /// <param name="giveBack">Takes what comes out of a frame to one that called it.</param>
    public Continuations(Action<Caller, Fact, Outcome> giveBack) => this.giveBack = giveBack;

    /// <summary>The same point after a wait.</summary>
    public FlowPoint After(FlowPoint point)
    {
        FlowPoint after = Move(point);
        Link();
        return after;
    }

    /// <summary>The caller gets what comes out of the frame, and of those in which that goes on.</summary>
    public void Link(Frame frame, Caller caller)
    {
        links.Push((frame, caller));
        Link();
    }

    private void Link()
    {
        while (links.Count > 0)
        {
            (Frame frame, Caller caller) = links.Pop();
            // Who gets back what comes after a wait has waited, too.
            if (frame.IsContinuation)
                caller = new Caller(Move(caller.Point), caller.Map);
            if (!frame.Callers.Add(caller))
                continue;
            foreach ((Fact fact, Outcome outcome) in frame.Outcomes.ToArray())
                giveBack(caller, fact, outcome);
            foreach (Frame next in frame.Continuations)
                links.Push((next, caller));
        }
    }

    private FlowPoint Move(FlowPoint point)
    {
        Frame frame = point.Frame;
        if (!frame.IsCalled || !point.Fact.IsSocket)
            return point;
        (EventGraph, FrameKind, Origin, HolderSet, bool) kept = (frame.Graph, frame.Kind, point.Fact.Origin, point.Fact.Holders, SetupProtocol.IsBound(point.Fact.State));
        if (!frames.TryGetValue(kept, out Frame? next))
            frames[kept] = next = new Frame(frame.Graph, frame.Kind, isContinuation: true);
        if (frame.ContinueIn(next))
        {
            foreach (Caller caller in frame.Callers)
                links.Push((next, caller));
        }
        return new FlowPoint(next, point.Block, point.Context, point.At, point.Fact);
    }
}
