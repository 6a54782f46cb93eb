using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>A control flow graph with the events of each of its blocks.</summary>
internal sealed class EventGraph
{
    public EventGraph(ControlFlowGraph graph, AccessPaths paths)
    {
        Graph = graph;
        Paths = paths;
        Events = new List<SocketEvent>[graph.Blocks.Length];
        NullTests = new NullTest?[graph.Blocks.Length];
    }

    public ControlFlowGraph Graph { get; }

    public AccessPaths Paths { get; }

    /// <summary>By the ordinal of the block, in the order in which they happen.</summary>
    public List<SocketEvent>[] Events { get; }

    /// <summary>By the ordinal of the block: what its branch condition tells.</summary>
    public NullTest?[] NullTests { get; }

    public void Replace(Func<List<SocketEvent>, List<SocketEvent>> replace)
    {
        for (int i = 0; i < Events.Length; i++)
            Events[i] = replace(Events[i]);
    }
}
