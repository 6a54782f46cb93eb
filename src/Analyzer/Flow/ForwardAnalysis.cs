using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Sends facts forward through a graph until no new one turns up. Every operation treats each fact by itself, so the
/// join of two paths is the union of their facts and nothing is lost by it.
/// </summary>
internal sealed class ForwardAnalysis
{
    /// <summary>Facts passed through blocks and events, at most, before the body is given up: more than any hand-written one needs.</summary>
    private const int Budget = 100_000;

    private readonly EventGraph graph;
    private readonly BlockEvents?[] events;
    private readonly Edges edges;
    private readonly FlowRecord record;
    private readonly Transfer transfer;
    private readonly Dictionary<(BasicBlock Block, FinallyContext? Context), HashSet<Fact>> reached = [];
    private readonly Queue<(BasicBlock Block, FinallyContext? Context, Fact Fact)> pending = new();
    private readonly Dictionary<ControlFlowRegion, HashSet<int>> variables = [];
    private int spent;

    private ForwardAnalysis(EventGraph graph)
    {
        this.graph = graph;
        events = new BlockEvents?[graph.Graph.Blocks.Length];
        edges = new Edges(graph.Graph);
        record = new FlowRecord(graph);
        transfer = new Transfer(record);
    }

    /// <summary>Null where the body is too large to be followed.</summary>
    public static FlowRecord? Run(EventGraph graph, CancellationToken cancellation)
    {
        var analysis = new ForwardAnalysis(graph);
        return analysis.Run(cancellation) ? analysis.record : null;
    }

    private bool Run(CancellationToken cancellation)
    {
        BasicBlock entry = graph.Graph.Blocks[0];
        Reach(entry, null, Fact.Path);
        var own = new HashSet<ILocalSymbol>(Locals(graph.Graph.Root), SymbolEqualityComparer.Default);
        foreach (AccessPath path in graph.Paths.All)
        {
            if (path.Symbol is not null && graph.Paths.IsTracked(path) && !(path.Root.Key is ILocalSymbol local && own.Contains(local)))
                Reach(entry, null, Fact.Of(Origin.Unseen, HolderSet.Of(path)));
        }
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            (BasicBlock block, FinallyContext? context, Fact fact) = pending.Dequeue();
            Pass(block, context, fact);
            if (spent > Budget)
                return false;
        }
        return true;
    }

    private void Pass(BasicBlock block, FinallyContext? context, Fact entering)
    {
        // A statement may throw before it has had its effect, and after.
        bool throws = !block.Operations.IsEmpty || block.BranchValue is not null;
        IReadOnlyList<Edge> handlers = throws ? edges.Throw(block.EnclosingRegion, context) : [];
        BlockEvents events = this.events[block.Ordinal] ??= new BlockEvents(graph.Events[block.Ordinal]);
        var facts = new Stack<(Fact Fact, int At)>();
        facts.Push((entering, 0));
        Throw(handlers, entering);
        while (facts.Count > 0 && spent <= Budget)
        {
            (Fact? fact, int at) = facts.Pop();
            spent++;
            while (fact is not null && events.Next(at, fact) is { } index)
            {
                spent++;
                Fact? next = transfer.Apply(events[index], fact, out Fact? sprung);
                if (sprung is not null)
                {
                    Throw(handlers, sprung);
                    facts.Push((sprung, index + 1));
                }
                if (next is not null && !ReferenceEquals(next, fact))
                    Throw(handlers, next);
                fact = next;
                at = index + 1;
            }
            if (fact is not null)
                Leave(block, context, fact);
        }
    }

    private void Leave(BasicBlock block, FinallyContext? context, Fact fact)
    {
        if (block.Kind == BasicBlockKind.Exit)
            record.End(fact);
        bool jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } jump && CanHold(block, fact, jumpsWhen))
            Go(edges.Follow(jump, context), fact);
        if (block.FallThroughSuccessor is { } next && (block.ConditionalSuccessor is null || CanHold(block, fact, !jumpsWhen)))
            Go(edges.Follow(next, context), fact);
    }

    /// <summary>Can the fact hold where the block's condition has the value?</summary>
    private bool CanHold(BasicBlock block, Fact fact, bool value)
    {
        if (block.BranchValue is { ConstantValue: { HasValue: true, Value: bool constant } } && constant != value)
            return false;
        if (graph.NullTests[block.Ordinal] is not { } test || !fact.Holders.Contains(test.Path))
            return true;
        return (value ? test.WhenTrue : test.WhenFalse) switch
        {
            true => !fact.IsSocket,
            false => !ReferenceEquals(fact.Origin, Origin.Null),
            null => true,
        };
    }

    private void Throw(IReadOnlyList<Edge> handlers, Fact fact)
    {
        if (handlers.Count > 0)
            Go(handlers, fact.IsSocket ? fact with { IsThrown = true } : fact);
    }

    private void Go(IEnumerable<Edge> along, Fact fact)
    {
        foreach (Edge edge in along)
        {
            spent++;
            if (transfer.Forget(fact, id => edge.Leaving.Any(region => Ends(region).Contains(id))) is { } kept)
                Reach(edge.Target, edge.Context, kept);
        }
    }

    private void Reach(BasicBlock block, FinallyContext? context, Fact fact)
    {
        if (!reached.TryGetValue((block, context), out HashSet<Fact>? facts))
            reached[(block, context)] = facts = [];
        if (facts.Add(fact))
            pending.Enqueue((block, context, fact));
    }

    /// <summary>The locals that the graph itself declares: they hold nothing when it is entered.</summary>
    private static IEnumerable<ILocalSymbol> Locals(ControlFlowRegion region) => region.Locals.Concat(region.NestedRegions.SelectMany(Locals));

    /// <summary>The variables that live only in the region.</summary>
    private HashSet<int> Ends(ControlFlowRegion region)
    {
        if (!variables.TryGetValue(region, out HashSet<int>? ids))
        {
            variables[region] = ids = [];
            foreach (AccessPath path in graph.Paths.All)
            {
                if (path.Root.Key is ILocalSymbol local ? region.Locals.Contains(local) : path.Key is ValueTuple<ControlFlowGraph, CaptureId> capture && capture.Item1 == graph.Graph && region.CaptureIds.Contains(capture.Item2))
                    ids.Add(path.Id);
            }
        }
        return ids;
    }
}
