using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Why a finally region runs, which decides where control goes after it: a branch on its way out, or an exception on
/// its way up. Paths that come in for different reasons never mix.
/// </summary>
/// <param name="Region">The finally region that runs.</param>
/// <param name="Branch">The branch on its way out; null for an exception.</param>
/// <param name="Index">Which of the branch's finally regions this is.</param>
/// <param name="Outer">Why the finally region around this one runs, if there is one.</param>
internal sealed record FinallyContext(ControlFlowRegion Region, ControlFlowBranch? Branch, int Index, FinallyContext? Outer);

/// <summary>One way for control to go on.</summary>
internal sealed class Edge(BasicBlock? target, FinallyContext? context, IReadOnlyList<ControlFlowRegion> leaving)
{
    /// <summary>The block that comes next; null where an exception leaves the function.</summary>
    public BasicBlock? Target { get; } = target;

    /// <summary>Why the finally region around the target runs; null outside.</summary>
    public FinallyContext? Context { get; } = context;

    /// <summary>The regions whose variables end.</summary>
    public IReadOnlyList<ControlFlowRegion> Leaving { get; } = leaving;
}
