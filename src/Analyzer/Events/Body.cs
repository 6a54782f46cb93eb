using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>One member's body, read as events. Read once for a compilation; each question works on a copy, since it adds paths.</summary>
internal sealed class Body
{
    private IReadOnlyList<SocketEvent>? renamings;
    private HashSet<EventGraph>? called;
    private HashSet<EventGraph>? delegated;
    private Dictionary<EventGraph, IMethodSymbol>? functionOf;

    public Body(SyntaxNode root, ISymbol? symbol, SocketSymbols symbols)
    {
        Root = root;
        Symbol = symbol;
        Symbols = symbols;
        Paths = new AccessPaths(symbols, symbol?.ContainingType ?? symbol as ITypeSymbol);
    }

    /// <summary>The declaration.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The method, accessor, or initialized member that it is the body of; null where nothing declares it.</summary>
    public ISymbol? Symbol { get; }

    public SocketSymbols Symbols { get; }

    public AccessPaths Paths { get; private set; }

    /// <summary>The graph of the body itself first, then those of the functions nested in it.</summary>
    public List<EventGraph> Graphs { get; private set; } = [];

    /// <summary>The graphs of the functions nested in it.</summary>
    public Dictionary<IMethodSymbol, EventGraph> Functions { get; private set; } = new(SymbolEqualityComparer.Default);

    /// <summary>The graph of the function that is called or made a delegate; null where it is not nested in the body.</summary>
    public EventGraph? GraphOf(SocketEvent use) => Functions.TryGetValue(use.Call!.Callee, out EventGraph? graph) ? graph : null;

    /// <summary>The function of one of these graphs; null for that of the body itself.</summary>
    public IMethodSymbol? FunctionOf(EventGraph graph)
    {
        functionOf ??= Functions.ToDictionary(function => function.Value, function => function.Key);
        return functionOf.TryGetValue(graph, out IMethodSymbol? function) ? function : null;
    }

    /// <summary>Where functions are made delegates, in the order of the source.</summary>
    public List<SocketEvent> Delegates { get; } = [];

    /// <summary>The lambdas that run where their local is called, and nowhere else.</summary>
    public DirectLambdas Lambdas { get; } = new();

    /// <summary>Variables that have a second name somewhere in the body: whatever is reached through them is not followed.</summary>
    public HashSet<AccessPath> Aliased { get; } = [];

    /// <summary>Can the body get at a socket that an object of the framework holds: by unseen code, or in a way that is not followed?</summary>
    public bool ReachesLent { get; set; }

    /// <summary>Does it give its own object back, for a chain of calls?</summary>
    public bool ReturnsThis { get; set; }

    /// <summary>Does it make a decision about a socket that it reaches in a way that is not followed?</summary>
    public bool DecidesUnseen { get; set; }

    /// <summary>Of a constructor of a type derived from <c>Socket</c>: what its base call says; null elsewhere.</summary>
    public Creation? BaseCreation { get; set; }

    /// <summary>Does it wait somewhere, so that its caller may go on?</summary>
    public bool Waits { get; set; }

    /// <summary>Where an owner of variables gets its name.</summary>
    public IReadOnlyList<SocketEvent> Renamings => renamings ??= Events.Where(socketEvent => socketEvent.Kind == SocketEventKind.Renamed).ToList();

    /// <summary>The nested functions that are called somewhere in the body.</summary>
    public HashSet<EventGraph> CalledFunctions => called ??= Used(SocketEventKind.Called);

    /// <summary>The nested functions that become delegates somewhere in the body.</summary>
    public HashSet<EventGraph> DelegatedFunctions => delegated ??= Used(SocketEventKind.Delegated);

    /// <summary>Every event of every graph.</summary>
    public IEnumerable<SocketEvent> Events => Graphs.SelectMany(graph => graph.AllEvents);

    /// <summary>The same body, to whose paths others can be added without anybody else seeing them.</summary>
    public Body Copy()
    {
        var copy = (Body)MemberwiseClone();
        copy.Paths = new AccessPaths(Paths);
        copy.called = copy.delegated = null;
        copy.functionOf = null;
        var copies = Graphs.ToDictionary(graph => graph, graph => graph.In(copy));
        copy.Graphs = Graphs.ConvertAll(graph => copies[graph]);
        copy.Functions = Functions.ToDictionary(function => function.Key, function => copies[function.Value], Functions.Comparer);
        return copy;
    }

    private HashSet<EventGraph> Used(SocketEventKind use) => new(Events.Where(socketEvent => socketEvent.Kind == use).Select(GraphOf).OfType<EventGraph>());
}
