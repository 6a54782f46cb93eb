namespace RestartLab.Experiments;

/// <summary>One row of the table.</summary>
internal interface IExperiment
{
    /// <summary>What <c>--only</c> picks, as <c>tcp/none</c>.</summary>
    string Id { get; }

    string Title { get; }

    IReadOnlyList<string> Cells { get; }

    IAsyncEnumerable<Observation> RunAsync(Bench bench);
}
