using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Generation;
using SocketSetup.Oracle.Shrinking;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Running;

/// <summary>Examines a range of programs, batch by batch. A program is the same whatever batch it falls into.</summary>
internal sealed class OracleRun
{
    private const int BatchSize = 250;

    private readonly Arguments arguments;
    private readonly Func<DiagnosticAnalyzer> analyzer;
    private readonly ProgramGen generator;
    private readonly object monitor = new();
    private readonly SortedDictionary<int, Finding> failures = [];

    /// <param name="arguments">What to examine.</param>
    /// <param name="analyzer">Makes the analyzer that is examined, one for each compilation.</param>
    public OracleRun(Arguments arguments, Func<DiagnosticAnalyzer> analyzer)
    {
        this.arguments = arguments;
        this.analyzer = analyzer;
        generator = new ProgramGen(arguments.Features);
    }

    public Statistics Statistics { get; } = new();

    /// <summary>By index.</summary>
    public IReadOnlyCollection<Finding> Failures => failures.Values;

    /// <summary>Told after each batch how many programs are done.</summary>
    public Action<int>? Progress { get; init; }

    public void Run()
    {
        int batches = (arguments.Count + BatchSize - 1) / BatchSize;
        Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Examine);
    }

    /// <summary>The first failures, each as small as it gets.</summary>
    public IEnumerable<Finding> Smallest() => Failures.Take(arguments.Shrink).Select(Shrink);

    /// <summary>The failure, as small as it gets.</summary>
    public Finding Shrink(Finding failure) => Shrinker.Shrink(failure, analyzer);

    private void Examine(int batch)
    {
        int start = batch * BatchSize;
        int count = Math.Min(BatchSize, arguments.Count - start);
        List<ProgramTree> programs = Enumerable.Range(arguments.First + start, count).Select(index => generator.Generate(arguments.Seed, index)).ToList();
        IReadOnlyList<Verdict> verdicts = Batch.Examine(programs, Bounds.Usual with { Turns = arguments.Turns }, analyzer());
        lock (monitor)
        {
            for (int i = 0; i < count; i++)
            {
                bool isFailure = verdicts[i].IsFailure(arguments.IsStrict);
                Statistics.Add(programs[i], verdicts[i], isFailure);
                if (isFailure)
                    failures[arguments.First + start + i] = new Finding(arguments.Seed, arguments.First + start + i, programs[i], verdicts[i]);
            }
            Progress?.Invoke(Statistics.Accepted);
        }
    }
}
