namespace SocketSetup.Analyzers;

/// <summary>What an analyzer has done: the cost model in numbers, for tests that hold it to its word.</summary>
internal sealed class WorkCounter
{
    private int namesBound;
    private int graphsBuilt;

    /// <summary>Calls of something named <c>Bind</c> whose symbol was asked for.</summary>
    public int NamesBound => namesBound;

    /// <summary>Bodies whose control flow graph was built.</summary>
    public int GraphsBuilt => graphsBuilt;

    public void CountName() => Interlocked.Increment(ref namesBound);

    public void CountGraph() => Interlocked.Increment(ref graphsBuilt);
}
