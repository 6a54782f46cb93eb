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
    private readonly HashSet<ISymbol> closed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Body, List<SyntaxNode>> callersOf = [];

    /// <summary>How many paths each body had when it was looked at.</summary>
    private readonly Dictionary<Body, int> looked = [];

    /// <summary>The bodies that led to each member.</summary>
    private readonly Dictionary<ISymbol, List<SyntaxNode>> users = new(SymbolEqualityComparer.Default);

    /// <summary>The bodies that led to each body: those of a list did so together.</summary>
    private readonly Dictionary<SyntaxNode, List<List<SyntaxNode>>> leads = [];
    private List<HashSet<SyntaxNode>> leadingToStarts = [];

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

    /// <param name="starts">The body, and those that make its sockets.</param>
    public void Find(IReadOnlyCollection<SyntaxNode> starts)
    {
        foreach (SyntaxNode start in starts)
            Add(start, []);
        bool grows;
        do
        {
            grows = false;
            for (int i = 0; i < found.Count && !AreTooMany; i++)
                grows |= LookAt(found[i]);
        }
        while (grows && !AreTooMany);
        if (AreTooMany && starts.Count == 1)
            bodies.NoteCrowded(starts.First());
        leadingToStarts = starts.Select(LeadingTo).ToList();
    }

    /// <summary>Are the bodies the same if the search starts there: are those among them, and do they lead to where it started?</summary>
    public bool AreThoseOf(IReadOnlyCollection<SyntaxNode> starts) =>
        starts.All(roots.Contains) && leadingToStarts.TrueForAll(leading => starts.Any(leading.Contains));

    /// <summary>Does the body give what it returns to code that cannot be seen?</summary>
    public bool GivesAway(Body body) => body.Symbol is IMethodSymbol method && (!Visibility.IsInternal(method) || (Callable(method) is { } named && mentions.Of(named, cancellation) is null));

    /// <summary>False where nothing is new since the body was looked at. Others may show it more of its variables.</summary>
    private bool LookAt(Body body)
    {
        universe.Close();
        if (looked.TryGetValue(body, out int known) && known == body.Paths.All.Count)
            return false;
        looked[body] = body.Paths.All.Count;
        AddCallers(body);
        foreach (ISymbol member in Members(body))
            AddMember(member, body);
        return true;
    }

    /// <summary>The bodies from which the search comes to this one.</summary>
    private HashSet<SyntaxNode> LeadingTo(SyntaxNode start)
    {
        var leading = new HashSet<SyntaxNode> { start };
        var ways = new HashSet<List<SyntaxNode>>();
        var left = new Stack<SyntaxNode>(leading);
        while (left.Count > 0)
        {
            foreach (SyntaxNode lead in leads[left.Pop()].Where(ways.Add).SelectMany(way => way).Where(leading.Add))
                left.Push(lead);
        }
        return leading;
    }

    private void Add(SyntaxNode node, List<SyntaxNode> way)
    {
        if (universe.Add(node) is { } body && roots.Add(node))
            found.Add(body);
        if (!leads.TryGetValue(node, out List<List<SyntaxNode>>? ways))
            leads[node] = ways = [];
        ways.Add(way);
        AreTooMany |= universe.IsFull || bodies.IsCrowded(node);
    }

    /// <summary>Adds those that bear on the others. Once there are too many, none is looked into for nothing.</summary>
    private void AddWhere(IEnumerable<SyntaxNode> nodes, List<SyntaxNode> way, Func<SyntaxNode, bool> bears)
    {
        foreach (SyntaxNode node in nodes)
        {
            if (!AreTooMany && bears(node))
                Add(node, way);
        }
    }

    private void AddCallers(Body body)
    {
        if (body.Symbol is { IsStatic: false } and not IMethodSymbol)
        {
            AddCreators(body.Symbol.ContainingType, [body.Root]);
            return;
        }
        if (body.Symbol is not IMethodSymbol method || Callable(method) is not { } named || !NeedsCallers(method, body) || mentions.Of(named, cancellation) is not { } callers)
            return;
        // What calls it by the word this does not mention it by its name.
        IEnumerable<SyntaxNode> siblings = method.MethodKind == MethodKind.Constructor ? Callees.Constructors(method.ContainingType) : [];
        AddWhere(callers.Union(siblings), [body.Root], caller => Calls(caller, method));
        if (Visibility.IsInternal(method) && named is not IPropertySymbol { SetMethod: not null })
            callersOf[body] = callers;
    }

    /// <summary>An initializer runs wherever an object is made.</summary>
    private void AddCreators(INamedTypeSymbol type, List<SyntaxNode> way)
    {
        if (!Visibility.IsInternal(type) || mentions.Of(type, cancellation) is not { } creators)
            return;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
            AddWhere(creators, way, creator => Calls(creator, constructor));
    }

    private void AddMember(ISymbol member, Body user)
    {
        if (users.TryGetValue(member, out List<SyntaxNode>? way))
        {
            way.Add(user.Root);
            return;
        }
        users[member] = way = [user.Root];
        List<SyntaxNode>? uses = Visibility.IsInternal(member) ? mentions.Of(member, cancellation) : null;
        if (uses is not null)
            closed.Add(member);
        AddWhere(uses ?? mentions.OfType(member, cancellation), way, use => Uses(use, member));
        List<SyntaxNode> initializers = bodies.Initializers(member.ContainingType, member.IsStatic).ToList();
        if (initializers.Count == 0)
            return;
        foreach (SyntaxNode first in initializers.Concat(Callees.Constructors(member.ContainingType)))
            Add(first, way);
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
        bool gives = Results.AreFollowed(Results.TypeOf(method), bodies.Symbols) || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && Results.AreFollowed(parameter.Type, bodies.Symbols));
        bool takes = method.Parameters.Any(parameter => Results.AreFollowed(parameter.Type, bodies.Symbols)) || (!method.IsStatic && bodies.Symbols.IsSocket(method.ContainingType));
        if (method.MethodKind == MethodKind.Constructor)
            return Visibility.IsInternal(method) && (takes || bodies.Symbols.IsSocket(method.ContainingType) || bodies.Symbols.OwnsSocket(method.ContainingType));
        return gives || (Visibility.IsInternal(method) && (takes || Members(body).Count > 0));
    }

    private bool Calls(SyntaxNode caller, IMethodSymbol method) => bodies.CanName(caller, method, cancellation) && bodies.Names(caller, method, cancellation) && bodies.Of(caller, cancellation) is { } body
        && body.Events.Any(socketEvent => SymbolEqualityComparer.Default.Equals(socketEvent.Call?.Callee, method.OriginalDefinition));

    private bool Uses(SyntaxNode use, ISymbol member) => bodies.Of(use, cancellation) is { } body
        && (body.DecidesUnseen || body.Paths.All.Any(path => SymbolEqualityComparer.Default.Equals(path.Symbol, member.OriginalDefinition))
            || body.Events.Any(socketEvent => socketEvent.Kind.IsDecision()));

    /// <summary>The members of the object, and the static ones, that the body gets at a socket by.</summary>
    private List<ISymbol> Members(Body body) => body.Paths.All
        .Where(path => path.Owner is { Owner: null } owner && owner.Key is string && path.Symbol is not null && Results.AreFollowed(path.Type, bodies.Symbols))
        .Select(path => path.Symbol!).Where(bodies.Symbols.IsInSource).Distinct(SymbolEqualityComparer.Default).ToList();
}
