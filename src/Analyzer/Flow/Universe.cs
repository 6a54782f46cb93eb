using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// The bodies that one question is about: those with the answer and those that they call as far as a socket goes
/// with the call.
/// </summary>
internal sealed class Universe
{
    /// <summary>More bodies than this are not looked into: a call of another is a call of unseen code.</summary>
    public const int MaximumBodies = 32;

    private readonly Bodies bodies;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;
    private readonly List<Body> members = [];
    private readonly Dictionary<SyntaxNode, Body?> byRoot = [];
    private readonly Dictionary<EventGraph, BlockEvents[]> events = [];
    private readonly Dictionary<Body, EventExpansion> expansions = [];
    private readonly SecondNames secondNames;
    private readonly CallGraph calls;
    private readonly CallExpansion expandedCalls;
    private readonly Effects effects;
    private HashSet<EventGraph> roots = [];

    public Universe(Bodies bodies, SourceReach reach, CancellationToken cancellation)
    {
        this.bodies = bodies;
        this.reach = reach;
        this.cancellation = cancellation;
        secondNames = new SecondNames(members);
        calls = new CallGraph(this, bodies, reach, secondNames, cancellation);
        expandedCalls = new CallExpansion(bodies, calls);
        effects = new Effects(calls);
    }

    public IReadOnlyList<Body> Members => members;

    /// <summary>Are there bodies that should be here, and are not?</summary>
    public bool IsCut { get; private set; }

    /// <summary>Are there bodies that should be here, and are too many?</summary>
    public bool IsFull { get; private set; }

    /// <summary>Can one of the bodies get at a socket that an object of the framework holds?</summary>
    public bool ReachesLent { get; private set; }

    /// <summary>Has a body become more than a program written by hand needs?</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Null where the body cannot be read, or is one too many.</summary>
    public Body? Add(SyntaxNode root)
    {
        if (byRoot.TryGetValue(root, out Body? known))
            return known;
        IsFull |= members.Count == MaximumBodies;
        Body? body = !IsFull ? bodies.CopyOf(root, cancellation) : null;
        byRoot[root] = body;
        if (body is null)
        {
            IsCut = true;
            return null;
        }
        members.Add(body);
        secondNames.Add(body);
        return body;
    }

    /// <summary>Null where the body is not here.</summary>
    public Body? Find(SyntaxNode root) => byRoot.TryGetValue(root, out Body? body) ? body : null;

    /// <summary>Adds what is called, and gives every variable its name in every body that can see it.</summary>
    public void Close() => calls.Close();

    /// <summary>No body is added from now on; each is read as events on single variables once it is come to.</summary>
    /// <param name="entered">The graphs at which the analysis starts.</param>
    public void Seal(IEnumerable<EventGraph> entered)
    {
        roots = [.. entered];
        ReachesLent = members.Exists(body => body.ReachesLent || calls.Ignores(body) || body.Delegates.Exists(made => effects.Decides(made, body)));
        foreach (EventGraph root in roots)
            Expand(root);
    }

    public BlockEvents Events(EventGraph graph, BasicBlock block) => Expand(graph)[block.Ordinal];

    /// <summary>The events of the graph, if the analysis has come to it. Several threads may ask: nothing is read anew.</summary>
    public IEnumerable<SocketEvent> MetEvents(EventGraph graph) => events.TryGetValue(graph, out BlockEvents[]? met) ? met.SelectMany(block => block.Events) : [];

    /// <summary>The events of all in the body that runs, as far as the analysis has come to it.</summary>
    public IEnumerable<SocketEvent> RunEvents(Body body) => body.Graphs.Where(RunOrder.IsRun).SelectMany(MetEvents);

    private BlockEvents[] Expand(EventGraph graph)
    {
        if (!events.TryGetValue(graph, out BlockEvents[]? expanded))
            events[graph] = expanded = ExpandNew(graph);
        return expanded;
    }

    private BlockEvents[] ExpandNew(EventGraph graph)
    {
        if (!expansions.TryGetValue(graph.Body, out EventExpansion? expansion))
            expansions[graph.Body] = expansion = new EventExpansion(this, expandedCalls, effects, graph.Body, reach, cancellation);
        bool isRoot = roots.Contains(graph);
        BlockEvents[] expanded = Array.ConvertAll(graph.Events, block => new BlockEvents(expansion.Expand(block, isRoot), this));
        IsTooMuch |= expansion.IsTooMuch;
        return expanded;
    }

    /// <summary>Of a call among these events: the body that it runs, and its variables.</summary>
    public CallMap MapOf(SocketEvent call) => expandedCalls.MapOf(call);

    /// <summary>The member that was made a delegate there, and its variables; null where it is not here.</summary>
    public CallMap? DelegateOf(SocketEvent made) => calls.CalleesOf(made)?.FirstOrDefault();

    /// <summary>Is the body that the call runs one of those here?</summary>
    public bool IsSeen(SocketEvent call) => calls.IsSeen(call);

    /// <summary>Is the object one that the body made, or its own?</summary>
    public bool Knows(Body body, AccessPath owner) =>
        !secondNames.Reach(body, owner) && !secondNames.AreShared(owner) && owner.Root.Key is not IParameterSymbol && !ReferenceEquals(owner.Root, body.Paths.Statics);

    /// <summary>Is the path one that the analysis can follow: does its object have no other name?</summary>
    public bool IsFollowed(Body body, AccessPath path) => path.CanHoldSocket && !secondNames.Reach(body, path) && !secondNames.AreShared(path);

    /// <summary>The variables that each run of the graph's function has anew.</summary>
    public static HashSet<int> Own(EventGraph graph, IMethodSymbol function)
    {
        SyntaxNode? declaration = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return new HashSet<int>(graph.Body.Paths.All.Where(path => path.Root.Key switch
        {
            ISymbol symbol => symbol.DeclaringSyntaxReferences.Any(reference => declaration?.Contains(reference.GetSyntax()) is true),
            IOperation operation => declaration?.Contains(operation.Syntax) is true,
            ValueTuple<ControlFlowGraph, CaptureId> capture => capture.Item1 == graph.Graph,
            ValueTuple<ControlFlowGraph, string> result => result.Item1 == graph.Graph,
            _ => false,
        }).Select(path => path.Id));
    }
}
