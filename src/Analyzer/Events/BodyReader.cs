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

    private BodyReader(SocketSymbols symbols, CancellationToken cancellation)
    {
        Symbols = symbols;
        Paths = new AccessPaths(symbols);
        this.cancellation = cancellation;
    }

    public SocketSymbols Symbols { get; }

    public AccessPaths Paths { get; }

    /// <summary>The effects of every function that was made a delegate.</summary>
    public List<FunctionEffects> Delegates { get; } = [];

    /// <summary>Variables that have a second name somewhere in the body: whatever is reached through them is not followed.</summary>
    public HashSet<AccessPath> Aliased { get; } = [];

    /// <summary>Can the body get at a socket that an object of the framework holds: by unseen code, or in a way that is not followed?</summary>
    public bool ReachesLent { get; set; }

    /// <summary>The graph of the body first, then those of its nested functions.</summary>
    public static IReadOnlyList<EventGraph> Read(ControlFlowGraph root, SocketSymbols symbols, SourceReach reach, CancellationToken cancellation)
    {
        var reader = new BodyReader(symbols, cancellation);
        reader.Read(root);
        if (reader.graphsRead > MaximumGraphs)
            return [];
        var expansion = new EventExpansion(reader, reach, cancellation);
        foreach (EventGraph graph in reader.graphs.Values)
            graph.Replace(expansion.Expand);
        return expansion.IsTooMuch ? [] : reader.graphs.Values.OrderBy(graph => graph.Graph != root).ToList();
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
        known = new FunctionEffects(function, graph() is { } own ? Read(own).Events.SelectMany(events => events) : []);
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
        var read = new EventGraph(graph, this);
        graphs[graph] = read;
        if (++graphsRead > MaximumGraphs)
            return read;
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
