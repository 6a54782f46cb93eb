using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>One member's body, read as events. Read once for a compilation, and the same for everybody who asks.</summary>
internal sealed class Body
{
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

    public AccessPaths Paths { get; }

    /// <summary>The graph of the body itself first, then those of the functions nested in it.</summary>
    public List<EventGraph> Graphs { get; } = [];

    /// <summary>The graphs of the functions nested in it.</summary>
    public Dictionary<IMethodSymbol, EventGraph> Functions { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Where functions are made delegates, in the order of the source.</summary>
    public List<SocketEvent> Delegates { get; } = [];

    /// <summary>The lambdas that run where their local is called, and nowhere else.</summary>
    public DirectLambdas Lambdas { get; } = new();

    /// <summary>Variables that have a second name somewhere in the body: whatever is reached through them is not followed.</summary>
    public HashSet<AccessPath> Aliased { get; } = [];

    /// <summary>Can the body get at a socket that an object of the framework holds: by unseen code, or in a way that is not followed?</summary>
    public bool ReachesLent { get; set; }

    /// <summary>Does it make a decision about a socket that it reaches in a way that is not followed?</summary>
    public bool DecidesUnseen { get; set; }

    /// <summary>Of a constructor of a type derived from <c>Socket</c>: what its base call says; null elsewhere.</summary>
    public Creation? BaseCreation { get; set; }
}
