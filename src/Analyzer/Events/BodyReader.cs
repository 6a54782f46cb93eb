using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads one body, and the functions nested in it, as graphs of events.</summary>
internal sealed class BodyReader
{
    /// <summary>Functions that call each other in a ring are read more than once; a body with more readings than this is given up.</summary>
    private const int MaximumGraphs = 2000;

    private readonly Dictionary<IMethodSymbol, FunctionEffects> effects = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ControlFlowGraph, EventGraph> graphs = [];
    private readonly Stack<IMethodSymbol> pending = new();
    private readonly CancellationToken cancellation;
    private bool unfinished;
    private int graphsRead;

    private BodyReader(Body body, CancellationToken cancellation)
    {
        Body = body;
        this.cancellation = cancellation;
    }

    public Body Body { get; }

    /// <summary>Null where there is too much of it.</summary>
    public static Body? Read(SyntaxNode root, ISymbol? symbol, ControlFlowGraph graph, SocketSymbols symbols, CancellationToken cancellation)
    {
        var reader = new BodyReader(new Body(root, symbol, symbols), cancellation);
        reader.Read(graph);
        reader.Body.Graphs.AddRange(reader.graphs.Values.OrderBy(read => read.Graph != graph));
        return reader.graphsRead > MaximumGraphs ? null : reader.Body;
    }

    /// <param name="function">A lambda or local function.</param>
    /// <param name="graph">Its graph; null in code that is too broken to have one.</param>
    public FunctionEffects EffectsOf(IMethodSymbol function, Func<ControlFlowGraph?> graph)
    {
        if (effects.TryGetValue(function, out FunctionEffects? known))
            return known;
        if (pending.Contains(function))
        {
            // What a function does that calls itself is what it does; one that it calls in turn is not told yet.
            unfinished |= !SymbolEqualityComparer.Default.Equals(pending.Peek(), function);
            return FunctionEffects.None;
        }
        pending.Push(function);
        if (graph() is { } own)
        {
            EventGraph read = Read(own);
            Body.Functions[function] = read;
            known = new FunctionEffects(function, read.Events.SelectMany(events => events));
        }
        else
        {
            known = FunctionEffects.None;
        }
        pending.Pop();
        if (!unfinished || pending.Count == 0)
        {
            unfinished = false;
            effects[function] = known;
        }
        return known;
    }

    private EventGraph Read(ControlFlowGraph graph)
    {
        var read = new EventGraph(graph, Body);
        graphs[graph] = read;
        if (++graphsRead > MaximumGraphs)
            return read;
        Body.Lambdas.Find(graph);
        var reader = new EventReader(graph, this);
        foreach (BasicBlock block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            read.Events[block.Ordinal] = reader.Read(block);
            read.NullTests[block.Ordinal] = reader.ReadCondition(block);
        }
        // Those that nobody calls are read too: a bind in them is still a bind.
        foreach (IMethodSymbol function in graph.LocalFunctions)
            EffectsOf(function, () => graph.GetLocalFunctionControlFlowGraph(function));
        return read;
    }
}
