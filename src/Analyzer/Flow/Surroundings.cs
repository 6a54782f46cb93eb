using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The bodies around one that bear on it: its callers, those that make its sockets, and all that name a member it uses.</summary>
internal sealed class Surroundings
{
    private readonly Universe universe;
    private readonly Bodies bodies;
    private readonly Mentions mentions;
    private readonly CancellationToken cancellation;
    private readonly List<Body> found = [];
    private readonly HashSet<SyntaxNode> roots = [];
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> closed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Body, List<SyntaxNode>> callersOf = [];

    public Surroundings(Universe universe, Bodies bodies, Mentions mentions, CancellationToken cancellation)
    {
        this.universe = universe;
        this.bodies = bodies;
        this.mentions = mentions;
        this.cancellation = cancellation;
    }

    /// <summary>The bodies; those that they call follow from them.</summary>
    public HashSet<SyntaxNode> Roots => roots;

    public IReadOnlyList<Body> Found => found;

    /// <summary>Are there more than can be looked at together? Those that are only called do not count.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>Are all bodies that can name the member among these?</summary>
    public bool Encloses(ISymbol member) => closed.Contains(member);

    /// <summary>All bodies that mention the method; null where code that cannot be seen may call it, too.</summary>
    public List<SyntaxNode>? CallersOf(Body body) => callersOf.TryGetValue(body, out List<SyntaxNode>? callers) ? callers : null;

    /// <param name="root">The body.</param>
    /// <param name="makers">Those that make its sockets.</param>
    public void Find(SyntaxNode root, IEnumerable<SyntaxNode> makers)
    {
        Add(root);
        foreach (SyntaxNode maker in makers)
            Add(maker);
        for (int i = 0; i < found.Count && !AreTooMany; i++)
        {
            universe.Close();
            AddCallers(found[i]);
            foreach (ISymbol member in Members(found[i]))
                AddMember(member);
        }
        universe.Close();
    }

    /// <summary>Does the body give what it returns to code that cannot be seen?</summary>
    public bool GivesAway(Body body) => body.Symbol is IMethodSymbol method && (!Visibility.IsInternal(method) || (Callable(method) is { } named && mentions.Of(named, cancellation) is null));

    private void Add(SyntaxNode node)
    {
        if (universe.Add(node) is { } body && roots.Add(node))
            found.Add(body);
        AreTooMany |= universe.IsFull;
    }

    /// <summary>Adds those that bear on the others, and says how many they are. Once there are too many, none is looked into for nothing.</summary>
    private int AddWhere(List<SyntaxNode> nodes, Func<SyntaxNode, bool> bears)
    {
        int count = 0;
        foreach (SyntaxNode node in nodes)
        {
            if (AreTooMany || !bears(node))
                continue;
            Add(node);
            count++;
        }
        return count;
    }

    private void AddCallers(Body body)
    {
        if (body.Symbol is { IsStatic: false } and not IMethodSymbol)
        {
            AddCreators(body.Symbol.ContainingType);
            return;
        }
        if (body.Symbol is not IMethodSymbol method || Callable(method) is not { } named || !NeedsCallers(method, body) || mentions.Of(named, cancellation) is not { } callers)
            return;
        AddWhere(callers, caller => Calls(caller, method));
        if (Visibility.IsInternal(method) && named is not IPropertySymbol { SetMethod: not null })
            callersOf[body] = callers;
    }

    /// <summary>An initializer runs wherever an object is made.</summary>
    private void AddCreators(INamedTypeSymbol type)
    {
        if (!Visibility.IsInternal(type) || mentions.Of(type, cancellation) is not { } creators)
            return;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
            AddWhere(creators, creator => Calls(creator, constructor));
    }

    private void AddMember(ISymbol member)
    {
        if (closed.Contains(member) || open.Contains(member))
            return;
        List<SyntaxNode>? uses = Visibility.IsInternal(member) ? mentions.Of(member, cancellation) : null;
        (uses is null ? open : closed).Add(member);
        AreTooMany |= bodies.IsCrowded(member);
        if (AddWhere(uses ?? mentions.OfType(member, cancellation), use => Uses(use, member)) > Universe.MaximumBodies)
            bodies.NoteCrowded(member);
        List<SyntaxNode> initializers = bodies.Initializers(member.ContainingType, member.IsStatic).ToList();
        if (initializers.Count == 0)
            return;
        initializers.ForEach(Add);
        foreach (SyntaxNode constructor in RunOrder.Constructors(member.ContainingType))
            Add(constructor);
    }

    /// <summary>What the callers of a method mention.</summary>
    private static ISymbol? Callable(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary => method,
        MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol,
        MethodKind.Constructor => method.ContainingType,
        _ => null,
    };

    /// <summary>Does it take what it works on from its callers, or give it to them?</summary>
    private bool NeedsCallers(IMethodSymbol method, Body body)
    {
        bool gives = bodies.AreFollowed(Results.TypeOf(method)) || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && bodies.AreFollowed(parameter.Type));
        bool takes = method.Parameters.Any(parameter => bodies.AreFollowed(parameter.Type)) || (!method.IsStatic && bodies.IsSocket(method.ContainingType));
        if (method.MethodKind == MethodKind.Constructor)
            return Visibility.IsInternal(method) && (takes || bodies.IsSocket(method.ContainingType) || bodies.OwnsSocket(method.ContainingType));
        return gives || (Visibility.IsInternal(method) && (takes || Members(body).Count > 0));
    }

    private bool Calls(SyntaxNode caller, IMethodSymbol method) => bodies.CanName(caller, method, cancellation) && bodies.Names(caller, method, cancellation) && bodies.Of(caller, cancellation) is { } body
        && body.Events.Any(socketEvent => SymbolEqualityComparer.Default.Equals(socketEvent.Call?.Callee, method.OriginalDefinition));

    private bool Uses(SyntaxNode use, ISymbol member) => bodies.Of(use, cancellation) is { } body
        && (body.DecidesUnseen || body.Paths.All.Any(path => SymbolEqualityComparer.Default.Equals(path.Symbol, member.OriginalDefinition))
            || body.Events.Any(socketEvent => socketEvent.Kind.IsDecision()));

    /// <summary>The members of the object, and the static ones, that the body gets at a socket by.</summary>
    private List<ISymbol> Members(Body body) => body.Paths.All
        .Where(path => path.Owner is { Owner: null } owner && owner.Key is string && path.Symbol is not null && bodies.AreFollowed(path.Type))
        .Select(path => path.Symbol!).Where(bodies.IsInSource).Distinct(SymbolEqualityComparer.Default).ToList();
}
