using Microsoft.CodeAnalysis;
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
    private readonly List<EventGraph> roots = [];
    private IReadOnlyList<EventGraph>? all;
    private Dictionary<ISymbol, int>? followedCalls;

    public Entrances(Universe universe, Bodies bodies, Mentions mentions, CancellationToken cancellation)
    {
        this.universe = universe;
        Surroundings = new Surroundings(universe, bodies, mentions, cancellation);
        Access = new MemberAccess(universe, Surroundings, roots);
    }

    public Surroundings Surroundings { get; }

    /// <summary>Who can get at the members.</summary>
    public MemberAccess Access { get; }

    /// <summary>The graphs to start at.</summary>
    public List<EventGraph> Roots => roots;

    /// <summary>The graphs of all bodies, those that are only called included.</summary>
    public IReadOnlyList<EventGraph> Bodies => all ??= universe.Members.Select(body => body.Graphs[0]).ToList();

    /// <summary>Are all bodies here that bear on the question?</summary>
    public bool IsWhole { get; private set; }

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

    /// <summary>The body with what is around it.</summary>
    /// <param name="starts">The body, and those that make its sockets.</param>
    public void AddAround(IReadOnlyCollection<SyntaxNode> starts)
    {
        IsWhole = true;
        Access.AreAllOpen = false;
        Surroundings.Find(starts);
        FindRoots(Surroundings.Found);
    }

    /// <summary>The variables of the root of which nobody knows what they hold at its beginning.</summary>
    public IEnumerable<AccessPath> Given(EventGraph root) => root.Body.Paths.All.Where(path => universe.IsFollowed(root.Body, path) && IsGiven(path, root));

    /// <summary>Is the function made a delegate somewhere?</summary>
    public bool IsDelegated(EventGraph root) => root.Body.Graphs[0] == root ? IsDelegated(root.Body) : root.Body.DelegatedFunctions.Contains(root);

    /// <summary>May it run in the middle of another body: as a delegate, or called by the name of what it overrides or implements?</summary>
    public bool MayRunAmid(EventGraph root) => IsDelegated(root) || (root.Body.Graphs[0] == root && root.Body.Symbol is IMethodSymbol method && (method.IsOverride || Visibility.IsReachedByInterface(method)));

    /// <summary>Is it a member, seen by a function that was made a delegate, that only bodies which are here can fill?</summary>
    public bool IsLeft(AccessPath path, EventGraph root) =>
        IsWhole && IsDelegated(root) && path.Root.Key is string && !Access.IsOpen(path) && !IsOfConstructor(path);

    private bool IsGiven(AccessPath path, EventGraph root)
    {
        Body body = root.Body;
        bool isNested = body.Graphs[0] != root;
        bool isDelegated = body.DelegatedFunctions.Contains(root);
        return path.Root.Key switch
        {
            IParameterSymbol parameter => !isNested || !isDelegated || body.FunctionOf(root) is not { } own
                || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, own),
            ILocalSymbol local => isNested && !isDelegated && !IsIn(local, root),
            string => !IsWhole || Access.IsOpen(path) || IsOfConstructor(path) || isNested || IsDelegated(body),
            _ => false,
        };
    }

    /// <summary>Is it a parameter of a primary constructor, and so given by whoever makes the object?</summary>
    private static bool IsOfConstructor(AccessPath path) => path.Symbol is IParameterSymbol || (path.Owner is { } owner && IsOfConstructor(owner));

    private static bool IsIn(ILocalSymbol local, EventGraph function)
    {
        SyntaxNode? declaration = function.Body.FunctionOf(function)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return local.DeclaringSyntaxReferences.Any(reference => declaration?.Contains(reference.GetSyntax()) is true);
    }

    /// <summary>Is the method made a delegate somewhere, so that it may run in the middle of another?</summary>
    private bool IsDelegated(Body body) => body.Symbol is { } method && universe.Members.SelectMany(member => member.Delegates).Any(made => SymbolEqualityComparer.Default.Equals(made.Call!.Callee, method));

    private void FindRoots(IEnumerable<Body> start)
    {
        roots.AddRange(start.Where(body => !IsOnlyCalled(body)).Select(body => body.Graphs[0]));
        foreach (Body body in universe.Members)
            roots.AddRange(body.Functions.Values.Where(function => !body.CalledFunctions.Contains(function)));
    }

    /// <summary>Do all who mention the method call it, in bodies that are here?</summary>
    private bool IsOnlyCalled(Body body)
    {
        if (Surroundings.CallersOf(body) is not { } callers)
            return false;
        followedCalls ??= FollowedCalls();
        return followedCalls.TryGetValue(body.Symbol!.OriginalDefinition, out int seen) && (body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || CallsOf(body.Symbol!, callers) == seen);
    }

    /// <summary>How often each member is called by one whose object is known.</summary>
    private Dictionary<ISymbol, int> FollowedCalls()
    {
        var calls = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (Body caller in universe.Members)
        {
            foreach (SocketEvent call in caller.Events)
            {
                if (call.Kind != SocketEventKind.Called || !universe.IsSeen(call))
                    continue;
                ISymbol callee = call.Call!.Callee;
                if (!(call.Call.Receiver is { } receiver ? universe.Knows(caller, receiver) : callee.IsStatic))
                    continue;
                calls.TryGetValue(callee, out int known);
                calls[callee] = known + 1;
            }
        }
        return calls;
    }

    private static int? CallsOf(ISymbol callee, List<SyntaxNode> callers) =>
        callee is IMethodSymbol { AssociatedSymbol: { } property } ? Mentions.Count(property.Name, isMethod: false, callers) : Mentions.Count(callee.Name, isMethod: true, callers);
}
