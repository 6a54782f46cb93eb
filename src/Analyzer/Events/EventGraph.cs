using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>A control flow graph with the events of each of its blocks.</summary>
internal sealed class EventGraph
{
    public EventGraph(ControlFlowGraph graph, Body body)
    {
        Graph = graph;
        Body = body;
        Events = new SocketEvent[graph.Blocks.Length][];
        for (int block = 0; block < Events.Length; block++)
            Events[block] = [];
        Tests = new SocketTest?[graph.Blocks.Length];
    }

    /// <summary>The same graph in a copy of its body.</summary>
    public EventGraph In(Body copy)
    {
        var graph = (EventGraph)MemberwiseClone();
        graph.Body = copy;
        return graph;
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>The body whose graph it is, or in which its function is nested.</summary>
    public Body Body { get; private set; }

    /// <summary>By the ordinal of the block, in the order in which they happen.</summary>
    public SocketEvent[][] Events { get; }

    /// <summary>Those of all blocks.</summary>
    public IEnumerable<SocketEvent> AllEvents => Events.SelectMany(events => events);

    /// <summary>By the ordinal of the block: what its branch condition tells.</summary>
    public SocketTest?[] Tests { get; }
}
