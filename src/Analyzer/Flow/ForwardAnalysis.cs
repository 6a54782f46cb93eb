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
    /// <summary>Events applied to facts, at most, before the body is given up: more than any hand-written one needs.</summary>
    private const int Budget = 2_000_000;

    private readonly EventGraph graph;
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
        foreach (AccessPath path in graph.Paths.All)
        {
            if (path.Symbol is not null && graph.Paths.IsTracked(path))
                Reach(entry, null, Fact.Of(Origin.Unseen, HolderSet.Of(path)));
        }
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (spent > Budget)
                return false;
            (BasicBlock block, FinallyContext? context, Fact fact) = pending.Dequeue();
            Pass(block, context, fact);
        }
        return true;
    }

    private void Pass(BasicBlock block, FinallyContext? context, Fact fact)
    {
        // A statement may throw before it has had its effect, and after.
        bool throws = !block.Operations.IsEmpty || block.BranchValue is not null;
        var facts = new List<Fact> { fact };
        if (throws)
            Go(edges.Throw(block.EnclosingRegion, context), fact);
        foreach (SocketEvent socketEvent in graph.Events[block.Ordinal])
        {
            var after = new List<Fact>(facts.Count + 1);
            foreach (Fact before in facts)
            {
                transfer.Apply(socketEvent, before, after);
                spent++;
            }
            foreach (Fact changed in after)
            {
                if (throws && !facts.Contains(changed))
                    Go(edges.Throw(block.EnclosingRegion, context), changed);
            }
            facts = after;
        }
        foreach (Fact last in facts)
            Leave(block, context, last);
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

    private void Go(IEnumerable<Edge> along, Fact fact)
    {
        foreach (Edge edge in along)
        {
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
