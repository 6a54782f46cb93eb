using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads one body, and the functions nested in it, as graphs of events.</summary>
internal sealed class BodyReader
{
    /// <summary>A body with more functions than this in it is given up.</summary>
    private const int MaximumGraphs = 2000;

    private readonly Dictionary<ControlFlowGraph, EventGraph> graphs = [];

    private BodyReader(Body body, CancellationToken cancellation)
    {
        Body = body;
        Cancellation = cancellation;
    }

    public Body Body { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Null where there is too much of it.</summary>
    public static Body? Read(SyntaxNode root, ISymbol? symbol, ControlFlowGraph graph, SocketSymbols symbols, CancellationToken cancellation)
    {
        var reader = new BodyReader(new Body(root, symbol, symbols), cancellation);
        reader.Read(graph);
        reader.Body.Graphs.AddRange(reader.graphs.Values.OrderBy(read => read.Graph != graph));
        return reader.graphs.Count > MaximumGraphs ? null : reader.Body;
    }

    /// <summary>Reads a lambda or local function.</summary>
    public void Read(IMethodSymbol function, ControlFlowGraph graph)
    {
        if (!graphs.ContainsKey(graph))
            Body.Functions[function] = Read(graph);
    }

    private EventGraph Read(ControlFlowGraph graph)
    {
        var read = new EventGraph(graph, Body);
        graphs[graph] = read;
        if (graphs.Count > MaximumGraphs)
            return read;
        Body.Lambdas.Find(graph);
        var reader = new EventReader(graph, this);
        foreach (BasicBlock block in graph.Blocks)
        {
            Cancellation.ThrowIfCancellationRequested();
            read.Events[block.Ordinal] = reader.Read(block);
            read.Tests[block.Ordinal] = reader.ReadCondition(block);
        }
        // Those that nobody calls are read too: a bind in them is still a bind.
        foreach (IMethodSymbol function in graph.LocalFunctions)
            Read(function, graph.GetLocalFunctionControlFlowGraph(function));
        return read;
    }
}
