using System.Collections.Concurrent;
using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Running;

/// <summary>Examines mutants, as many at once as there are processors.</summary>
internal sealed class RobustnessRun(Examination examination)
{
    private readonly ConcurrentQueue<Failure> failures = [];

    public Statistics Statistics { get; } = new();

    /// <summary>In the order of their mutants.</summary>
    public IReadOnlyList<Failure> Failures => [.. failures.OrderBy(failure => failure.Mutant.Source.Name, StringComparer.Ordinal).ThenBy(failure => failure.Mutant.Kind, StringComparer.Ordinal).ThenBy(failure => failure.Mutant.Number)];

    public void Examine(IEnumerable<Mutant> mutants) =>
        Parallel.ForEach(mutants, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, mutant =>
        {
            Statistics.Add(mutant);
            foreach (string problem in examination.Problems(mutant, Statistics))
                failures.Enqueue(new Failure(mutant, problem));
        });
}
