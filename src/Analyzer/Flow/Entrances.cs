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
    private bool isWhole;

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
    public void AddAlone(SyntaxNode root)
    {
        universe.Add(root);
        universe.Close();
        FindRoots(universe.Members.Take(1));
    }

    /// <summary>The body with its callers, and with every body that names a member it uses.</summary>
    public void AddAround(SyntaxNode root)
    {
        isWhole = true;
        var around = new List<Body>();
        Enqueue(root);
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
            if (universe.Add(node) is { } body && !around.Contains(body))
                around.Add(body);
        }

        void AddCallers(Body body)
        {
            if (body.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || (!method.Parameters.Any(parameter => CanCarry(parameter.Type)) && !CanCarry(Results.TypeOf(method)) && !UsesMembers(body)))
                return;
            if (mentions.Of(method, cancellation) is not { } callers)
                return;
            foreach (SyntaxNode caller in callers)
                Enqueue(caller);
            if (Visibility.IsInternal(method))
                callersOf[body] = callers;
        }

        void AddMember(ISymbol member)
        {
            if (closed.Contains(member) || open.Contains(member))
                return;
            List<SyntaxNode>? uses = Visibility.IsInternal(member) ? mentions.Of(member, cancellation) : null;
            (uses is null ? open : closed).Add(member);
            foreach (SyntaxNode use in uses ?? mentions.OfType(member, cancellation))
                Enqueue(use);
            if (bodies.Initializers(member.ContainingType, member.IsStatic).Any())
            {
                foreach (SyntaxNode initializer in bodies.Initializers(member.ContainingType, member.IsStatic))
                    Enqueue(initializer);
                foreach (SyntaxNode constructor in Constructors(member.ContainingType))
                    Enqueue(constructor);
            }
        }
    }

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
                string => !isWhole || IsOpen(path) || (isNested && !IsDelegated(root)),
                _ => false,
            };
            if (isGiven)
                yield return path;
        }
    }

    /// <summary>Can code that is not here get at what the member holds between two calls?</summary>
    public bool IsOpen(AccessPath path)
    {
        if (!isWhole || universe.IsCut)
            return true;
        AccessPath top = path;
        while (top.Owner is { Owner: not null } owner)
            top = owner;
        // The object itself, of a type derived from Socket.
        return top.Symbol is not { } member || top.Owner is null ? !IsPrivate(path.Root.Type) : member is not IParameterSymbol && (open.Contains(member) || !closed.Contains(member) || IsChangedFromOutside(member));
    }

    /// <summary>Can the second body run on an object after the first?</summary>
    public bool MayFollow(EventGraph first, EventGraph second)
    {
        bool isInitializer = first.Body.Root is EqualsValueClauseSyntax;
        INamedTypeSymbol? type = first.Body.Symbol?.ContainingType;
        INamedTypeSymbol? next = second.Body.Symbol?.ContainingType;
        if (type is null || next is null || !(Derives(next, type) || Derives(type, next)) || second.Body.Root is EqualsValueClauseSyntax)
            return false;
        bool isConstructor = second.Body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
        return isInitializer
            ? isConstructor || !Constructors(type).Any() || !Constructors(type).All(constructor => universe.Members.Any(body => body.Root == constructor))
            : !isConstructor;
    }

    private void FindRoots(IEnumerable<Body> start)
    {
        foreach (Body body in start)
        {
            if (!IsOnlyCalled(body))
                roots.Add(body.Graphs[0]);
        }
        foreach (Body body in universe.Members)
        {
            List<SocketEvent> events = body.Graphs.SelectMany(graph => graph.Events).SelectMany(block => block).ToList();
            var called = new HashSet<ISymbol>(events.Where(socketEvent => socketEvent.Kind == SocketEventKind.Called).Select(call => call.Call!.Callee), SymbolEqualityComparer.Default);
            roots.AddRange(body.Functions.Where(function => !called.Contains(function.Key)).Select(function => function.Value));
        }
    }

    /// <summary>Do all who mention the method call it, in bodies that are here?</summary>
    private bool IsOnlyCalled(Body body)
    {
        if (!callersOf.TryGetValue(body, out List<SyntaxNode>? callers) || Mentions.CallsOf(body.Symbol!.Name, callers) is not { } calls || calls == 0)
            return false;
        return calls == universe.Members.Where(member => callers.Contains(member.Root)).SelectMany(member => member.Graphs).SelectMany(graph => graph.Events).SelectMany(events => events)
            .Count(socketEvent => socketEvent.Kind == SocketEventKind.Called && universe.IsSeen(socketEvent) && SymbolEqualityComparer.Default.Equals(socketEvent.Call!.Callee, body.Symbol));
    }

    private static bool IsDelegated(EventGraph function) =>
        function.Body.Graphs.SelectMany(graph => graph.Events).SelectMany(block => block)
            .Any(socketEvent => socketEvent.Kind == SocketEventKind.Delegated && socketEvent.Call!.Callee is IMethodSymbol callee && function.Body.Functions.TryGetValue(callee, out EventGraph? made) && made == function);

    private static bool IsIn(ILocalSymbol local, EventGraph function)
    {
        SyntaxNode? declaration = function.Body.Functions.FirstOrDefault(own => own.Value == function).Key?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return local.DeclaringSyntaxReferences.Any(reference => declaration?.Contains(reference.GetSyntax()) is true);
    }

    private bool CanCarry(ITypeSymbol? type) => bodies.IsSocket(type) || bodies.OwnsSocket(type);

    private bool UsesMembers(Body body) => Members(body).Count > 0;

    /// <summary>The members of the object, and the static ones, that the body gets at a socket by.</summary>
    private List<ISymbol> Members(Body body) => body.Paths.All
        .Where(path => path.Owner is { Owner: null } owner && owner.Key is string && path.Symbol is not (null or IParameterSymbol) && CanCarry(path.Type))
        .Select(path => path.Symbol!).Where(bodies.IsInSource).Distinct(SymbolEqualityComparer.Default).ToList();

    /// <summary>Does a body do more than listen to the member of an object that is not its own?</summary>
    private bool IsChangedFromOutside(ISymbol member)
    {
        return roots.SelectMany(root => root.Events).SelectMany(events => events).Any(Changes);

        bool Changes(SocketEvent socketEvent) =>
            (IsForeign(socketEvent.Path) && socketEvent.Kind is not (SocketEventKind.Listened or SocketEventKind.Accepted or SocketEventKind.Closed or SocketEventKind.Connected))
            || (socketEvent.Source is { } source && IsForeign(source));

        bool IsForeign(AccessPath path) => path.Owner is { Key: not string } && SymbolEqualityComparer.Default.Equals(path.Symbol, member);
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
