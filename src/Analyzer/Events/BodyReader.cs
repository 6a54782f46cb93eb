using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads one body, and the functions nested in it, as graphs of events.</summary>
internal sealed class BodyReader
{
    private readonly Dictionary<IMethodSymbol, FunctionEffects> effects = new(SymbolEqualityComparer.Default);
    private readonly List<EventGraph> graphs = [];
    private readonly CancellationToken cancellation;

    private BodyReader(SocketSymbols symbols, CancellationToken cancellation)
    {
        Symbols = symbols;
        Paths = new AccessPaths(symbols);
        this.cancellation = cancellation;
    }

    public SocketSymbols Symbols { get; }

    public AccessPaths Paths { get; }

    /// <summary>The effects of every lambda met so far.</summary>
    public List<FunctionEffects> Lambdas { get; } = [];

    /// <summary>The graph of the body first, then those of its nested functions.</summary>
    public static IReadOnlyList<EventGraph> Read(ControlFlowGraph root, SocketSymbols symbols, SourceReach reach, CancellationToken cancellation)
    {
        var reader = new BodyReader(symbols, cancellation);
        reader.Read(root);
        var expansion = new EventExpansion(reader.Paths, reach, cancellation);
        foreach (EventGraph graph in reader.graphs)
            graph.Replace(expansion.Expand);
        return reader.graphs;
    }

    public FunctionEffects EffectsOf(IMethodSymbol function, Func<ControlFlowGraph> graph)
    {
        if (!effects.TryGetValue(function, out FunctionEffects? known))
        {
            // A function that calls itself does nothing more than it does.
            effects[function] = new FunctionEffects(function, []);
            effects[function] = known = new FunctionEffects(function, Read(graph()).Events.SelectMany(events => events));
        }
        return known;
    }

    private EventGraph Read(ControlFlowGraph graph)
    {
        var read = new EventGraph(graph, Paths);
        graphs.Add(read);
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
