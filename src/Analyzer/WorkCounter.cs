namespace SocketSetup.Analyzers;

/// <summary>What an analyzer has done: the cost model in numbers, for tests that hold it to its word.</summary>
internal sealed class WorkCounter
{
    private int namesBound;
    private int graphsBuilt;
    private int modelsAsked;
    private int factsPassed;

    /// <summary>Possible entry points whose symbol was asked for.</summary>
    public int NamesBound => namesBound;

    /// <summary>Bodies whose control flow graph was built.</summary>
    public int GraphsBuilt => graphsBuilt;

    /// <summary>Files whose semantic model was asked for, that of an entry point included.</summary>
    public int ModelsAsked => modelsAsked;

    /// <summary>Steps that facts went, through blocks and events.</summary>
    public int FactsPassed => factsPassed;

    public void CountName() => Interlocked.Increment(ref namesBound);

    public void CountGraph() => Interlocked.Increment(ref graphsBuilt);

    public void CountModel() => Interlocked.Increment(ref modelsAsked);

    public void CountFacts(int passed) => Interlocked.Add(ref factsPassed, passed);
}
