using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Where an analysis has to start so that a body is reached with all that can be known: at the body itself; or at its
/// callers, as long as all of them are in sight, and at the other bodies that may change the members it uses.
/// </summary>
internal sealed class Entrances
{
    private readonly Universe universe;
    private readonly Bodies bodies;
    private readonly Mentions mentions;
    private readonly CancellationToken cancellation;
    private readonly List<EventGraph> roots = [];
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> closed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Body, List<SyntaxNode>> callersOf = [];
    private readonly List<Body> around = [];
    private List<EventGraph>? all;
    private HashSet<ISymbol>? changedFromOutside;
    private bool isWhole;
    private bool isOpen;

    public Entrances(Universe universe, Bodies bodies, Mentions mentions, CancellationToken cancellation)
    {
        this.universe = universe;
        this.bodies = bodies;
        this.mentions = mentions;
        this.cancellation = cancellation;
    }

    /// <summary>The graphs to start at.</summary>
    public List<EventGraph> Roots => roots;

    /// <summary>The body by itself: whatever was there before is unknown.</summary>
    /// <returns>False where it cannot be read.</returns>
    public bool AddAlone(SyntaxNode root)
    {
        if (universe.Add(root) is null)
            return false;
        universe.Close();
        FindRoots(universe.Members.Take(1));
        return true;
    }

    /// <summary>Does anything around the body, or in it, look like a bind? Else an option that it sets cannot be late.</summary>
    public bool MayBind(Body body)
    {
        if (universe.Members.SelectMany(member => member.Events).Any(socketEvent => socketEvent.Kind == SocketEventKind.Bound))
            return true;
        IEnumerable<SyntaxNode> around = Members(body).SelectMany(member => mentions.Of(member, cancellation) ?? mentions.OfType(member, cancellation));
        if (body.Symbol is IMethodSymbol method && Callable(method) is { } named && NeedsCallers(method, body))
            around = around.Concat(mentions.Of(named, cancellation) ?? []);
        return around.Prepend(body.Root).Select(Outermost).Distinct().Any(type => mentions.MayBind(type, cancellation));
    }

    private static SyntaxNode Outermost(SyntaxNode body) =>
        body.AncestorsAndSelf().LastOrDefault(node => node is TypeDeclarationSyntax) ?? body.SyntaxTree.GetRoot();

    /// <summary>The body with its callers, and with every body that names a member it uses.</summary>
    /// <param name="root">The body.</param>
    /// <param name="makers">Those that make its sockets.</param>
    public void AddAround(SyntaxNode root, IEnumerable<SyntaxNode> makers)
    {
        isWhole = true;
        Enqueue(root);
        foreach (SyntaxNode maker in makers)
            Enqueue(maker);
        for (int i = 0; i < around.Count; i++)
        {
            universe.Close();
            AddCallers(around[i]);
            foreach (ISymbol member in Members(around[i]))
                AddMember(member);
        }
        universe.Close();
        FindRoots(around);

        void Enqueue(SyntaxNode node)
        {
            if (universe.Add(node) is { } body && Around.Add(node))
                around.Add(body);
        }

        void AddCallers(Body body)
        {
            if (body.Symbol is { IsStatic: false } and not IMethodSymbol)
            {
                AddCreators(body.Symbol.ContainingType);
                return;
            }
            if (body.Symbol is not IMethodSymbol method || Callable(method) is not { } named || !NeedsCallers(method, body))
                return;
            if (mentions.Of(named, cancellation) is not { } found)
                return;
            List<SyntaxNode> callers = found.FindAll(caller => Calls(caller, method));
            callers.ForEach(Enqueue);
            if (Visibility.IsInternal(method) && named is not IPropertySymbol { SetMethod: not null })
                callersOf[body] = found;
        }

        // An initializer runs wherever an object is made.
        void AddCreators(INamedTypeSymbol type)
        {
            if (!Visibility.IsInternal(type) || mentions.Of(type, cancellation) is not { } found)
                return;
            foreach (IMethodSymbol constructor in type.InstanceConstructors)
                found.FindAll(creator => Calls(creator, constructor)).ForEach(Enqueue);
        }

        void AddMember(ISymbol member)
        {
            if (closed.Contains(member) || open.Contains(member))
                return;
            List<SyntaxNode>? uses = Visibility.IsInternal(member) ? mentions.Of(member, cancellation) : null;
            (uses is null ? open : closed).Add(member);
            (uses ?? mentions.OfType(member, cancellation)).FindAll(use => Uses(use, member)).ForEach(Enqueue);
            if (bodies.Initializers(member.ContainingType, member.IsStatic).Any())
            {
                foreach (SyntaxNode initializer in bodies.Initializers(member.ContainingType, member.IsStatic))
                    Enqueue(initializer);
                foreach (SyntaxNode constructor in Constructors(member.ContainingType))
                    Enqueue(constructor);
            }
        }
    }

    /// <summary>The bodies that the analysis goes around by; those that they call follow from them.</summary>
    public HashSet<SyntaxNode> Around { get; } = [];

    /// <summary>The variables of the root of which nobody knows what they hold at its beginning.</summary>
    public IEnumerable<AccessPath> Given(EventGraph root)
    {
        Body body = root.Body;
        bool isNested = body.Graphs[0] != root;
        foreach (AccessPath path in body.Paths.All)
        {
            if (!universe.IsFollowed(body, path))
                continue;
            bool isGiven = path.Root.Key switch
            {
                IParameterSymbol parameter => !isNested || body.Functions.FirstOrDefault(function => function.Value == root).Key is not { } own
                    || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, own) || !IsDelegated(root),
                ILocalSymbol local => isNested && !IsDelegated(root) && !IsIn(local, root),
                string => !isWhole || IsOpen(path) || IsOfConstructor(path) || isNested || IsDelegated(body),
                _ => false,
            };
            if (isGiven)
                yield return path;
        }
    }

    /// <summary>Is it a parameter of a primary constructor, and so given by whoever makes the object?</summary>
    private static bool IsOfConstructor(AccessPath path) => path.Symbol is IParameterSymbol || (path.Owner is { } owner && IsOfConstructor(owner));

    public bool IsWhole => isWhole;

    /// <summary>The graphs of all bodies, those that are only called included.</summary>
    public IReadOnlyList<EventGraph> Bodies => all ??= universe.Members.Select(body => body.Graphs[0]).ToList();

    /// <summary>Are there members that are taken for closed?</summary>
    public bool CanOpen => isWhole && !isOpen;

    /// <summary>From here on, every member is one that others may get at.</summary>
    public void Open() => isOpen = true;

    /// <summary>Does the body give what it returns to code that cannot be seen?</summary>
    public bool GivesAway(Body body) => body.Symbol is IMethodSymbol method && (!Visibility.IsInternal(method) || (Callable(method) is { } named && mentions.Of(named, cancellation) is null));

    /// <summary>Can code that is not here get at what the member holds between two calls?</summary>
    public bool IsOpen(AccessPath path)
    {
        if (!isWhole || isOpen || universe.IsCut)
            return true;
        AccessPath top = path;
        while (top.Owner is { Owner: not null } owner)
            top = owner;
        // The object itself, of a type derived from Socket.
        return top.Symbol is not { } member || top.Owner is null ? !IsPrivate(path.Root.Type) : (open.Contains(member) || !closed.Contains(member) || IsChangedFromOutside(member));
    }

    /// <summary>Can only bodies that are here name the member? Who gets its owner cannot get at it.</summary>
    public bool IsUnnamed(AccessPath path)
    {
        for (AccessPath? current = path; current is { Owner: not null }; current = current.Owner)
        {
            if (current.Symbol is not { } member || !Visibility.IsPrivate(member))
                return false;
        }
        return path.Owner is not null && !IsOpen(path);
    }

    /// <summary>Can the second body be the next to run after the first, on the same object or on the same type?</summary>
    public bool MayFollow(EventGraph first, EventGraph second, bool onObject)
    {
        INamedTypeSymbol? type = first.Body.Symbol?.ContainingType;
        INamedTypeSymbol? next = second.Body.Symbol?.ContainingType;
        bool isInitializer = first.Body.Root is EqualsValueClauseSyntax;
        bool isConstructor = IsConstructor(second);
        if (second.Body.Root is EqualsValueClauseSyntax)
            return false;
        bool isOfType = type is not null && next is not null && (Derives(next, type) || Derives(type, next));
        if (onObject && (!isOfType || (isConstructor && !isInitializer)))
            return false;
        // A constructor comes between, if there is one.
        return !isInitializer || isConstructor || !isOfType || second.Body.Symbol is { IsStatic: true }
            || !Constructors(type!).Any() || !Constructors(type!).All(constructor => universe.Members.Any(body => body.Root == constructor));
    }

    /// <summary>Can the body run on an object of the type that is there already?</summary>
    public static bool MayFollow(INamedTypeSymbol type, EventGraph body) =>
        body.Body is { Root: not EqualsValueClauseSyntax, Symbol: { IsStatic: false, ContainingType: { } owner } } && !IsConstructor(body) && (Derives(owner, type) || Derives(type, owner));

    public static bool IsConstructor(EventGraph graph) => graph.Body.Graphs[0] == graph && graph.Body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private void FindRoots(IEnumerable<Body> start)
    {
        foreach (Body body in start)
        {
            if (!IsOnlyCalled(body))
                roots.Add(body.Graphs[0]);
        }
        foreach (Body body in universe.Members)
        {
            roots.AddRange(body.Functions.Values.Where(function => !body.CalledFunctions.Contains(function)));
        }
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
        bool gives = bodies.AreFollowed(Results.TypeOf(method)) || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && CanCarry(parameter.Type));
        bool takes = method.Parameters.Any(parameter => CanCarry(parameter.Type));
        if (method.MethodKind == MethodKind.Constructor)
            return Visibility.IsInternal(method) && (takes || bodies.IsSocket(method.ContainingType) || bodies.OwnsSocket(method.ContainingType));
        return gives || (Visibility.IsInternal(method) && (takes || UsesMembers(body)));
    }

    private bool Calls(SyntaxNode caller, IMethodSymbol method) => bodies.Of(caller, cancellation) is { } body
        && body.Events.Any(socketEvent => SymbolEqualityComparer.Default.Equals(socketEvent.Call?.Callee, method.OriginalDefinition));

    private bool Uses(SyntaxNode use, ISymbol member) => bodies.Of(use, cancellation) is { } body
        && (body.DecidesUnseen || body.Paths.All.Any(path => SymbolEqualityComparer.Default.Equals(path.Symbol, member.OriginalDefinition))
            || body.Events.Any(socketEvent => socketEvent.Kind.IsDecision()));

    /// <summary>Do all who mention the method call it, in bodies that are here?</summary>
    private bool IsOnlyCalled(Body body)
    {
        if (!callersOf.TryGetValue(body, out List<SyntaxNode>? callers))
            return false;
        int seen = universe.Members.Sum(member => member.Events
            .Count(socketEvent => socketEvent.Kind == SocketEventKind.Called && universe.IsSeen(socketEvent) && SymbolEqualityComparer.Default.Equals(socketEvent.Call!.Callee, body.Symbol)
                && (socketEvent.Call.Receiver is { } receiver ? universe.Knows(member, receiver) : body.Symbol!.IsStatic)));
        return seen > 0 && (body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || CallsOf(body.Symbol!, callers) == seen);
    }

    /// <summary>May the graph run at all? A local function that nobody calls does not.</summary>
    public static bool IsRun(EventGraph graph) => graph.Body.Graphs[0] == graph || graph.Body.CalledFunctions.Contains(graph) || IsDelegated(graph);

    private static int? CallsOf(ISymbol callee, List<SyntaxNode> callers) =>
        callee is IMethodSymbol { AssociatedSymbol: { } property } ? Mentions.ReadsOf(property.Name, callers) : Mentions.CallsOf(callee.Name, callers);

    /// <summary>Is the method made a delegate somewhere, so that it may run in the middle of another?</summary>
    private bool IsDelegated(Body body) => body.Symbol is { } method && universe.Members.SelectMany(member => member.Delegates).Any(made => SymbolEqualityComparer.Default.Equals(made.Call!.Callee, method));

    private static bool IsDelegated(EventGraph function) => function.Body.DelegatedFunctions.Contains(function);

    private static bool IsIn(ILocalSymbol local, EventGraph function)
    {
        SyntaxNode? declaration = function.Body.Functions.FirstOrDefault(own => own.Value == function).Key?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return local.DeclaringSyntaxReferences.Any(reference => declaration?.Contains(reference.GetSyntax()) is true);
    }

    private bool CanCarry(ITypeSymbol? type) => bodies.AreFollowed(type);

    private bool UsesMembers(Body body) => Members(body).Count > 0;

    /// <summary>The members of the object, and the static ones, that the body gets at a socket by.</summary>
    private List<ISymbol> Members(Body body) => body.Paths.All
        .Where(path => path.Owner is { Owner: null } owner && owner.Key is string && path.Symbol is not null && CanCarry(path.Type))
        .Select(path => path.Symbol!).Where(bodies.IsInSource).Distinct(SymbolEqualityComparer.Default).ToList();

    /// <summary>Does a body do more than listen to the member of an object that is not its own?</summary>
    private bool IsChangedFromOutside(ISymbol member)
    {
        changedFromOutside ??= new HashSet<ISymbol>(roots.SelectMany(root => root.Events).SelectMany(events => events).SelectMany(Changed), SymbolEqualityComparer.Default);
        return changedFromOutside.Contains(member);

        static IEnumerable<ISymbol> Changed(SocketEvent socketEvent)
        {
            if (socketEvent.Kind is not (SocketEventKind.Listened or SocketEventKind.Accepted or SocketEventKind.Closed or SocketEventKind.Connected or SocketEventKind.Connecting or SocketEventKind.JoinedGroup) && Foreign(socketEvent.Path) is { } changed)
                yield return changed;
            if (socketEvent.Source is { } source && Foreign(source) is { } taken)
                yield return taken;
        }

        static ISymbol? Foreign(AccessPath path) => path.Owner is { Key: not string } ? path.Symbol : null;
    }

    private static bool IsPrivate(ITypeSymbol? type) => type is { DeclaredAccessibility: Accessibility.Private };

    private static bool Derives(INamedTypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }
        return false;
    }

    private static IEnumerable<SyntaxNode> Constructors(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).Select(Callees.Declaration).OfType<SyntaxNode>();
}
