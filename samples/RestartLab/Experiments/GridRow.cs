using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>One set-up with one remedy, in all situations.</summary>
internal sealed class GridRow(SetUp setUp, Remedy remedy) : IExperiment
{
    public const string BeforeBind = "before-bind";
    public const string AfterListen = "after-listen";
    public const string Second = "second";

    private static readonly Leftover[] Leftovers = [Leftover.TimeWait, Leftover.FinWait2, Leftover.Established];

    public string Id => $"{setUp.Id}/{remedy.Id}";

    public string Title => $"{setUp.Title}; {remedy.Title}";

    public IReadOnlyList<string> Cells { get; } = [BeforeBind, AfterListen, .. Leftovers.Select(leftover => leftover.Name), Second];

    public static IEnumerable<IExperiment> All => SetUp.All.SelectMany(_ => Remedy.All, (setUp, remedy) => new GridRow(setUp, remedy));

    public async IAsyncEnumerable<Observation> RunAsync(Bench bench)
    {
        Instance instance = Instance.Of(setUp, remedy);
        foreach (Leftover leftover in Leftovers)
        {
            RestartOutcome outcome = await Restart.RunAsync(instance, instance, leftover, bench);
            if (leftover == Leftovers[0])
            {
                yield return new Observation(BeforeBind, outcome.First.BeforeBind);
                yield return new Observation(AfterListen, outcome.First.AfterListen);
            }

            yield return new Observation(leftover.Name, outcome.Answer);
        }

        (string answer, string? split) = await SecondInstance.RunAsync(instance, instance, bench);
        yield return new Observation(Second, answer, split);
    }
}
