using RestartLab.Kernel;

namespace RestartLab.Experiments;

/// <summary>What every experiment of one run works with.</summary>
internal sealed record Bench(PortReservation Ports, CancellationToken Stop);
