using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Which functions of a graph have been made delegates by when.</summary>
internal sealed class Delegates
{
    private readonly Dictionary<BasicBlock, HashSet<EventGraph>> atEntry = [];
    private readonly Dictionary<BasicBlock, List<(int Index, EventGraph Function)>> madeIn = [];

    public Delegates(EventGraph graph, Universe universe)
    {
        foreach (BasicBlock block in graph.Graph.Blocks)
        {
            SocketEvent[] events = universe.Events(graph, block).Events;
            for (int i = 0; i < events.Length; i++)
            {
                if (events[i].Kind != SocketEventKind.Delegated || graph.Body.GraphOf(events[i]) is not { } function)
                    continue;
                if (!madeIn.TryGetValue(block, out List<(int, EventGraph)>? made))
                    madeIn[block] = made = [];
                made.Add((i, function));
                Spread(block, function);
            }
        }
    }

    /// <summary>The functions that may be running at the index of the block; at 0, when it is entered.</summary>
    public IEnumerable<EventGraph> At(BasicBlock block, int index)
    {
        IEnumerable<EventGraph> before = atEntry.TryGetValue(block, out HashSet<EventGraph>? functions) ? functions : Array.Empty<EventGraph>();
        return madeIn.TryGetValue(block, out List<(int Index, EventGraph Function)>? made) ? before.Concat(Before(made, index)) : before;
    }

    private static IEnumerable<EventGraph> Before(List<(int Index, EventGraph Function)> made, int index) => made.Where(one => one.Index < index).Select(one => one.Function);

    private void Spread(BasicBlock from, EventGraph function)
    {
        var pending = new Stack<BasicBlock>(Successors(from));
        while (pending.Count > 0)
        {
            BasicBlock block = pending.Pop();
            if (!atEntry.TryGetValue(block, out HashSet<EventGraph>? functions))
                atEntry[block] = functions = [];
            if (!functions.Add(function))
                continue;
            foreach (BasicBlock next in Successors(block))
                pending.Push(next);
        }
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block)
    {
        if (block.FallThroughSuccessor?.Destination is { } next)
            yield return next;
        if (block.ConditionalSuccessor?.Destination is { } jump)
            yield return jump;
    }
}
