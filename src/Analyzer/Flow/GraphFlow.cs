using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What the flow through one graph needs to know of it, whoever runs it.</summary>
internal sealed class GraphFlow
{
    private readonly Dictionary<ControlFlowRegion, HashSet<int>> variables = [];
    private readonly Dictionary<IReadOnlyList<ControlFlowRegion>, HashSet<int>> ended = [];
    private readonly bool?[] throwing;
    private HashSet<int>? own;

    public GraphFlow(EventGraph graph, Universe universe)
    {
        Graph = graph;
        Edges = new Edges(graph.Graph);
        Delegates = new Delegates(graph, universe);
        throwing = new bool?[graph.Graph.Blocks.Length];
    }

    public EventGraph Graph { get; }

    public Edges Edges { get; }

    public Delegates Delegates { get; }

    /// <summary>Of a nested function: the variables that each run of it has anew.</summary>
    public HashSet<int> Own => own ??= Graph.Body.FunctionOf(Graph) is { } symbol ? Universe.Own(Graph, symbol) : [];

    /// <summary>Is it a variable of the run alone, which nobody who called it has?</summary>
    public bool IsLocal(AccessPath path) => path.Root.Key is not (IParameterSymbol or string) && (Graph == Graph.Body.Graphs[0] || Own.Contains(path.Id));

    /// <summary>Can the block throw? What the compiler stores may, as in <c>??=</c>; not where it only ends a <c>using</c>: to dispose a socket does not.</summary>
    public bool Throws(BasicBlock block)
    {
        return throwing[block.Ordinal] ??= block.Operations.Any(IsWritten) || (block.BranchValue is { } value && IsWritten(value));

        static bool IsWritten(IOperation operation) => operation.DescendantsAndSelf().Any(part => !part.IsImplicit || part is IAssignmentOperation);
    }

    /// <summary>Is a store to a local, or what is made for it, the last thing before a <c>using</c> guards it? Nothing throws between the two.</summary>
    public bool IsGuarded(BasicBlock block, IOperation store)
    {
        if (block.FallThroughSuccessor is not { EnteringRegions: { IsEmpty: false } entered } || !entered.Any(BeginsUsing))
            return false;
        for (IOperation? last = block.Operations.LastOrDefault(); last is ISimpleAssignmentOperation { Target: ILocalReferenceOperation } assignment; last = assignment.Value)
        {
            if (assignment == store || Operands.Unwrap(assignment.Value) == store)
                return true;
        }
        return false;
    }

    private bool BeginsUsing(ControlFlowRegion region) => region.Kind == ControlFlowRegionKind.TryAndFinally
        && Graph.Graph.Blocks.Skip(region.NestedRegions[1].FirstBlockOrdinal).Take(region.NestedRegions[1].LastBlockOrdinal - region.NestedRegions[1].FirstBlockOrdinal + 1).All(block => !Throws(block));

    /// <summary>The variables that live only in the regions.</summary>
    public HashSet<int> Ends(IReadOnlyList<ControlFlowRegion> regions)
    {
        if (regions.Count == 1)
            return Ends(regions[0]);
        if (!ended.TryGetValue(regions, out HashSet<int>? ids))
            ended[regions] = ids = [.. regions.SelectMany(Ends)];
        return ids;
    }

    private HashSet<int> Ends(ControlFlowRegion region)
    {
        if (!variables.TryGetValue(region, out HashSet<int>? ids))
        {
            variables[region] = ids = [];
            foreach (AccessPath path in Graph.Body.Paths.All)
            {
                if (path.Root.Key is ILocalSymbol local ? region.Locals.Contains(local) : path.Key is ValueTuple<ControlFlowGraph, CaptureId> capture && capture.Item1 == Graph.Graph && region.CaptureIds.Contains(capture.Item2))
                    ids.Add(path.Id);
            }
        }
        return ids;
    }
}
