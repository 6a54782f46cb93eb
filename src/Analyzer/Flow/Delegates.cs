using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Which functions of a graph have been made delegates by when.</summary>
internal sealed class Delegates
{
    private readonly Dictionary<BasicBlock, HashSet<EventGraph>> atEntry = [];

    public Delegates(EventGraph graph, Universe universe)
    {
        foreach (BasicBlock block in graph.Graph.Blocks)
        {
            foreach (SocketEvent made in universe.Events(graph, block).Events.Where(socketEvent => socketEvent.Kind == SocketEventKind.Delegated))
            {
                if (Function(made, graph) is { } function)
                    Spread(block, function);
            }
        }
    }

    /// <summary>The functions that may be running when the block is entered.</summary>
    public IEnumerable<EventGraph> AtEntryOf(BasicBlock block) => atEntry.TryGetValue(block, out HashSet<EventGraph>? functions) ? functions : [];

    public static EventGraph? Function(SocketEvent made, EventGraph graph) =>
        made.Call!.Callee is IMethodSymbol function && graph.Body.Functions.TryGetValue(function, out EventGraph? own) ? own : null;

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
