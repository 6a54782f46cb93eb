using RestartLab.Experiments;
using RestartLab.Kernel;

namespace RestartLab;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public IReadOnlyList<IExperiment> Experiments { get; init; } = [.. AllExperiments()];

    public string? JsonFile { get; init; }

    public string? ClaimsFile { get; init; }

    public (int First, int Last) Ports { get; init; } = PortReservation.DefaultRange;

    public bool IsHelp { get; init; }

    public bool IsList { get; init; }

    public static IEnumerable<IExperiment> AllExperiments() => GridRow.All.Concat(Question.All);
}
