using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>A control flow graph with the events of each of its blocks.</summary>
internal sealed class EventGraph
{
    private readonly BodyReader body;

    public EventGraph(ControlFlowGraph graph, BodyReader body)
    {
        Graph = graph;
        this.body = body;
        Events = Enumerable.Range(0, graph.Blocks.Length).Select(_ => new List<SocketEvent>()).ToArray();
        NullTests = new NullTest?[graph.Blocks.Length];
    }

    public ControlFlowGraph Graph { get; }

    public AccessPaths Paths => body.Paths;

    /// <summary>Can the body get at a socket that an object of the framework holds: by unseen code, or in a way that is not followed?</summary>
    public bool ReachesLent => body.ReachesLent;

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
