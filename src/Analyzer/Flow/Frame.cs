using System.Collections;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// One run of a graph for one fact that holds at its entry: what comes out of it is the summary of the function for that
/// fact, worked out once, for all callers that bring it.
/// </summary>
internal sealed class Frame
{
    private readonly HashSet<(Fact, Outcome)> ended = [];
    private readonly Dictionary<(Fact, FinallyContext?), BitArray> reached = [];
    private HashSet<(BasicBlock, FinallyContext?, int, Fact)>? resumed;
    private HashSet<Frame>? continuations;

    public Frame(EventGraph graph, FrameKind kind, bool isContinuation = false)
    {
        Graph = graph;
        Kind = kind;
        IsContinuation = isContinuation;
    }

    public EventGraph Graph { get; }

    public FrameKind Kind { get; }

    /// <summary>Is it the rest of other runs, after a wait? What they brought makes no difference any more.</summary>
    public bool IsContinuation { get; }

    /// <summary>Does what comes out of it go back to calls?</summary>
    public bool IsCalled => Kind is FrameKind.Called or FrameKind.Unawaited;

    /// <summary>What is known where the function ends, throws, or lets its caller go on.</summary>
    public List<(Fact Fact, Outcome Outcome)> Outcomes { get; } = [];

    /// <summary>The calls that wait for it.</summary>
    public HashSet<Caller> Callers { get; } = [];

    /// <summary>Where it goes on after a wait.</summary>
    public IEnumerable<Frame> Continuations => continuations ?? Enumerable.Empty<Frame>();

    /// <summary>Is it new that the fact holds at the place?</summary>
    public bool Reach(BasicBlock block, FinallyContext? context, int at, Fact fact)
    {
        if (at > 0)
            return (resumed ??= []).Add((block, context, at, fact));
        // A fact comes to many blocks as it is, and a bit for each is little.
        if (!reached.TryGetValue((fact, context), out BitArray? blocks))
            reached[(fact, context)] = blocks = new BitArray(Graph.Graph.Blocks.Length);
        if (blocks[block.Ordinal])
            return false;
        blocks[block.Ordinal] = true;
        return true;
    }

    /// <summary>Is it new that it goes on there?</summary>
    public bool ContinueIn(Frame next) => (continuations ??= []).Add(next);

    /// <summary>Is the outcome new?</summary>
    public bool End(Fact fact, Outcome outcome)
    {
        if (!ended.Add((fact, outcome)))
            return false;
        Outcomes.Add((fact, outcome));
        return true;
    }
}

/// <summary>Why a graph is run.</summary>
internal enum FrameKind
{
    /// <summary>The analysis starts there.</summary>
    Root,

    /// <summary>It is called, and its caller waits for its end.</summary>
    Called,

    /// <summary>It is called, and where it waits its caller goes on.</summary>
    Unawaited,

    /// <summary>It was made a delegate, and may run at any time from then on.</summary>
    Delegated,
}

/// <summary>How a function lets go of a fact.</summary>
internal enum Outcome
{
    Returns,
    Throws,

    /// <summary>At an <c>await</c>: a caller that does not wait goes on.</summary>
    Pauses,
}

/// <summary>Where an analysis goes on, and what holds there.</summary>
internal readonly struct FlowPoint(Frame frame, BasicBlock block, FinallyContext? context, int at, Fact fact)
{
    /// <summary>The run of the graph.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>The block.</summary>
    public BasicBlock Block { get; } = block;

    /// <summary>Why the finally region around the block runs.</summary>
    public FinallyContext? Context { get; } = context;

    /// <summary>The number of the next event in the block.</summary>
    public int At { get; } = at;

    /// <summary>What holds.</summary>
    public Fact Fact { get; } = fact;
}

/// <summary>A call that waits for what comes out of a frame. Two to which the same comes back are one.</summary>
internal sealed class Caller(FlowPoint point, CallMap map) : IEquatable<Caller>
{
    /// <summary>Where the caller goes on, and its fact before the call.</summary>
    public FlowPoint Point { get; } = point;

    /// <summary>The variables on both sides.</summary>
    public CallMap Map { get; } = map;

    private (Frame, BasicBlock, FinallyContext?, int, HolderSet, bool, CallMap) Key =>
        (Point.Frame, Point.Block, Point.Context, Point.At, Point.Fact.Holders, SetupProtocol.IsDecided(Point.Fact.State), Map);

    public bool Equals(Caller? other) => other is not null && Key.Equals(other.Key);

    public override bool Equals(object? obj) => Equals(obj as Caller);

    public override int GetHashCode() => Key.GetHashCode();
}
