using System.Net.NetworkInformation;
using RestartLab.Kernel;
using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>What a restart showed.</summary>
/// <param name="Answer">One of <see cref="Answers"/>, or what failed.</param>
/// <param name="First">The native options of the first instance.</param>
internal sealed record RestartOutcome(string Answer, (string BeforeBind, string AfterListen) First);

/// <summary>One server serves a client and goes; another binds the port that it listened on.</summary>
internal static class Restart
{
    public static async Task<RestartOutcome> RunAsync(Instance old, Instance next, Leftover leftover, Bench bench)
    {
        CancellationToken stop = bench.Stop;
        int port = bench.Ports.Next();
        await using ServerProcess first = await ServerProcess.StartFirstAsync(old, port, stop);
        using Client client = await Client.ConnectAsync(port, stop);
        await first.WaitForClientAsync(stop);
        await leftover.ProduceAsync(first, client, stop);
        await WaitForAsync(leftover.State, port, stop);

        await using ServerProcess second = await ServerProcess.StartAsync(next, port, stop);
        if (leftover.State is { } state && !LocalPort.StatesOf(port).Contains(state))
            throw new LaboratoryException("the old connection went away, so the restart shows nothing");
        return new RestartOutcome(Answers.Of(second, Answers.Restarts), (first.OptionsBeforeBind, first.OptionsAfterListen));
    }

    private static Task WaitForAsync(TcpState? state, int port, CancellationToken stop) => Bounded.UntilAsync(
        () => Task.FromResult(state is { } expected ? LocalPort.StatesOf(port).Contains(expected) : LocalPort.StatesOf(port).Length == 0),
        state is { } awaited ? $"the old connection is in {awaited}" : "the old connection is gone",
        stop);
}
