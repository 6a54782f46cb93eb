using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Which functions a graph has made delegates by when: its own, and members in sight.</summary>
internal sealed class Delegates
{
    private readonly Dictionary<SocketEvent, CallMap> functions = [];

    /// <summary>Those of the body itself, however often each is made a delegate.</summary>
    private readonly Dictionary<EventGraph, CallMap> nested = [];
    private readonly Dictionary<BasicBlock, HashSet<CallMap>> atEntry = [];
    private readonly Dictionary<BasicBlock, List<(int Index, CallMap Function)>> madeIn = [];

    public Delegates(EventGraph graph, Universe universe)
    {
        foreach (BasicBlock block in graph.Graph.Blocks)
        {
            SocketEvent[] events = universe.Events(graph, block).Events;
            for (int i = 0; i < events.Length; i++)
            {
                if (events[i].Kind != SocketEventKind.Delegated || Function(events[i], graph.Body, universe) is not { } function)
                    continue;
                functions[events[i]] = function;
                if (!madeIn.TryGetValue(block, out List<(int, CallMap)>? made))
                    madeIn[block] = made = [];
                made.Add((i, function));
                Spread(block, function);
            }
        }
    }

    /// <summary>The function that is made a delegate there, and its variables; null where it is not in sight.</summary>
    public CallMap? Of(SocketEvent made) => functions.TryGetValue(made, out CallMap? function) ? function : null;

    /// <summary>The functions that may be running at the index of the block; at 0, when it is entered.</summary>
    public IEnumerable<CallMap> At(BasicBlock block, int index)
    {
        IEnumerable<CallMap> before = atEntry.TryGetValue(block, out HashSet<CallMap>? running) ? running : Array.Empty<CallMap>();
        return madeIn.TryGetValue(block, out List<(int Index, CallMap Function)>? made) ? before.Concat(Before(index, made)) : before;
    }

    /// <summary>Apart from who asks, so that most blocks make no closure.</summary>
    private static IEnumerable<CallMap> Before(int index, List<(int Index, CallMap Function)> made) => made.Where(one => one.Index < index).Select(one => one.Function);

    private CallMap? Function(SocketEvent made, Body body, Universe universe)
    {
        if (body.GraphOf(made) is not { } own)
            return universe.DelegateOf(made);
        if (!nested.TryGetValue(own, out CallMap? function))
            nested[own] = function = new CallMap(own, isNested: true, own: []);
        return function;
    }

    private void Spread(BasicBlock from, CallMap function)
    {
        var pending = new Stack<BasicBlock?>();
        PushNext(from);
        while (pending.Count > 0)
        {
            if (pending.Pop() is not { } block)
                continue;
            if (!atEntry.TryGetValue(block, out HashSet<CallMap>? running))
                atEntry[block] = running = [];
            if (!running.Add(function))
                continue;
            PushNext(block);
        }

        void PushNext(BasicBlock block)
        {
            pending.Push(block.FallThroughSuccessor?.Destination);
            pending.Push(block.ConditionalSuccessor?.Destination);
        }
    }
}
