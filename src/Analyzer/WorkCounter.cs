namespace SocketSetup.Analyzers;

/// <summary>What an analyzer has done: the cost model in numbers, for tests that hold it to its word.</summary>
internal sealed class WorkCounter
{
    private int namesBound;
    private int graphsBuilt;
    private int modelsAsked;
    private int bodiesGathered;
    private int blocksPassed;

    /// <summary>Possible entry points whose symbol was asked for.</summary>
    public int NamesBound => namesBound;

    /// <summary>Bodies whose control flow graph was built.</summary>
    public int GraphsBuilt => graphsBuilt;

    /// <summary>Files whose semantic model was asked for, that of an entry point included.</summary>
    public int ModelsAsked => modelsAsked;

    /// <summary>Bodies that were looked at together with others, each time that one was.</summary>
    public int BodiesGathered => bodiesGathered;

    /// <summary>Blocks of a graph that a fact was sent through, each time that one was.</summary>
    public int BlocksPassed => blocksPassed;

    /// <summary>Called before each of them, so that a test can cancel the analysis in the middle of a body.</summary>
    public Action? PassingBlock { get; set; }

    public void CountName() => Interlocked.Increment(ref namesBound);

    public void CountGraph() => Interlocked.Increment(ref graphsBuilt);

    public void CountModel() => Interlocked.Increment(ref modelsAsked);

    public void CountBody() => Interlocked.Increment(ref bodiesGathered);

    public void CountBlock()
    {
        PassingBlock?.Invoke();
        Interlocked.Increment(ref blocksPassed);
    }
}
