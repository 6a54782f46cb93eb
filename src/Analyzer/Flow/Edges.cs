using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// The edges of a control flow graph, those that the graph does not show included: through finally regions, and from
/// any operation of a try to its handlers.
/// </summary>
internal sealed class Edges
{
    private readonly ControlFlowGraph graph;
    private readonly Dictionary<(ControlFlowBranch, FinallyContext?), IReadOnlyList<Edge>> followed = [];
    private readonly Dictionary<(ControlFlowRegion, FinallyContext?), List<Edge>> exceptional = [];

    public Edges(ControlFlowGraph graph) => this.graph = graph;

    /// <summary>Where a branch goes; nowhere where control ends there.</summary>
    public IReadOnlyList<Edge> Follow(ControlFlowBranch branch, FinallyContext? context)
    {
        if (!followed.TryGetValue((branch, context), out IReadOnlyList<Edge>? edges))
            followed[(branch, context)] = edges = FindTargets(branch, context);
        return edges;
    }

    private IReadOnlyList<Edge> FindTargets(ControlFlowBranch branch, FinallyContext? context)
    {
        if (branch.Destination is { } destination)
            return new[] { branch.FinallyRegions.IsEmpty ? new Edge(destination, context, branch.LeavingRegions) : Enter(new FinallyContext(branch.FinallyRegions[0], branch, 0, context)) };
        ControlFlowRegion region = branch.Source.EnclosingRegion;
        if (branch.Semantics != ControlFlowBranchSemantics.StructuredExceptionHandling)
            return Throw(region, context);
        while (region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter) && region.EnclosingRegion is { } enclosing)
            region = enclosing;
        return region.Kind == ControlFlowRegionKind.Finally && context is not null ? Resume(context) : Throw(region, context);
    }

    /// <summary>Where an exception thrown in the region goes.</summary>
    public IReadOnlyList<Edge> Throw(ControlFlowRegion region, FinallyContext? context)
    {
        if (!exceptional.TryGetValue((region, context), out List<Edge>? edges))
            exceptional[(region, context)] = edges = FindHandlers(region, context);
        return edges;
    }

    private List<Edge> FindHandlers(ControlFlowRegion start, FinallyContext? context)
    {
        var edges = new List<Edge>();
        var leaving = new List<ControlFlowRegion>();
        // The root of a nested function is enclosed by regions of the graph around it: what is thrown there is another matter.
        for (ControlFlowRegion? region = start; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            leaving.Add(region);
            if (region.Kind == ControlFlowRegionKind.Finally)
                context = context?.Outer;
            // The clauses after a filter are asked where it says no, and where it throws, too.
            ControlFlowRegion? refused = region.Kind == ControlFlowRegionKind.Filter ? region.EnclosingRegion : region.Kind == ControlFlowRegionKind.Try ? region : null;
            if (refused?.EnclosingRegion is not { } statement)
                continue;
            if (statement.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                // What is left beyond the finally region ends when the exception goes on from there.
                var inside = new FinallyContext(statement.NestedRegions[1], null, 0, context);
                edges.Add(new Edge(First(inside.Region), inside, leaving.ToArray()));
                return edges;
            }
            ControlFlowRegion[] handlers = [.. statement.NestedRegions.Skip(statement.NestedRegions.IndexOf(refused) + 1)];
            edges.AddRange(handlers.Select(handler => new Edge(First(handler), context, leaving.ToArray())));
            if (handlers.Any(CatchesAll))
                return edges;
        }
        edges.Add(new Edge(null, null, []));
        return edges;
    }

    private static bool CatchesAll(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch
        && (handler.ExceptionType is null or { SpecialType: Microsoft.CodeAnalysis.SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private IReadOnlyList<Edge> Resume(FinallyContext context)
    {
        if (context.Branch is not { } branch)
            return context.Region.EnclosingRegion?.EnclosingRegion is { } outside ? Throw(outside, context.Outer) : new[] { new Edge(null, null, []) };
        int next = context.Index + 1;
        if (next < branch.FinallyRegions.Length)
            return new[] { Enter(new FinallyContext(branch.FinallyRegions[next], branch, next, context.Outer)) };
        return branch.Destination is { } destination ? new[] { new Edge(destination, context.Outer, branch.LeavingRegions) } : [];
    }

    private Edge Enter(FinallyContext context) => new(First(context.Region), context, []);

    private BasicBlock First(ControlFlowRegion region) => graph.Blocks[region.FirstBlockOrdinal];
}
