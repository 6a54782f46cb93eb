using System.ComponentModel;
using System.Net.Sockets;
using RestartLab.Claims;
using RestartLab.Experiments;
using RestartLab.Reporting;

namespace RestartLab;

/// <summary>Runs the rows, a few at a time: each has ports of its own, so none is in another's way.</summary>
internal static class Schedule
{
    public static async Task<IReadOnlyList<Row>> RunAsync(
        IReadOnlyList<IExperiment> experiments, Bench bench, IReadOnlyDictionary<(string Row, string Cell), Claim> claims)
    {
        Row[] rows = new Row[experiments.Count];
        Progress progress = new(Console.Error, !Console.IsErrorRedirected, experiments.Count);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8), CancellationToken = bench.Stop };
        await Parallel.ForAsync(0, experiments.Count, parallel, async (i, _) =>
        {
            (List<Observation> observations, string? failure) = await ObserveAsync(experiments[i], bench);
            rows[i] = Row.Of(experiments[i], observations, failure, claims);
            progress.Done(experiments[i].Id);
        });
        return rows;
    }

    /// <summary>What a row showed before it failed, if it did, is still worth telling.</summary>
    private static async Task<(List<Observation> Observations, string? Failure)> ObserveAsync(IExperiment experiment, Bench bench)
    {
        List<Observation> observations = [];
        try
        {
            await foreach (Observation observation in experiment.RunAsync(bench))
                observations.Add(observation);
            return (observations, null);
        }
        catch (Exception exception) when (exception is LaboratoryException or SocketException or IOException or Win32Exception)
        {
            return (observations, exception.Message);
        }
    }
}
