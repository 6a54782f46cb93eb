using RestartLab.Claims;
using RestartLab.Experiments;

namespace RestartLab.Reporting;

/// <summary>What was seen in one row, beside what is claimed.</summary>
internal sealed record Row(string Id, string Title, IReadOnlyList<Cell> Cells)
{
    /// <summary>A cell that could not be filled says why; the cells of a row that failed early all do.</summary>
    public static Row Of(IExperiment experiment, IReadOnlyList<Observation> observations, string? failure, IReadOnlyDictionary<(string Row, string Cell), Claim> claims) =>
        new(experiment.Id, experiment.Title, [.. experiment.Cells.Select(name => Cell.Of(
            experiment.Id,
            observations.FirstOrDefault(observation => observation.Cell == name) ?? new Observation(name, $"failed: {failure}"),
            claims.GetValueOrDefault((experiment.Id, name))))]);
}

/// <summary>One thing that was seen, beside what is claimed of it, if anything is.</summary>
internal sealed record Cell(string Id, string Name, string Seen, string? Detail, string? Claim, string? Source)
{
    public bool IsFailed => Seen.StartsWith("failed", StringComparison.Ordinal);

    /// <summary>An experiment that failed shows nothing, so it agrees with nothing.</summary>
    public bool Differs => Claim is null ? IsFailed : Seen != Claim;

    public static Cell Of(string row, Observation observation, Claim? claim) =>
        new($"{row}/{observation.Cell}", observation.Cell, observation.Seen, observation.Detail, claim?.Answer, claim?.Source);
}
