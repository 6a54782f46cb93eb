using System.Net.NetworkInformation;

namespace SocketSetup.RestartLab.Tests;

public sealed class A_lab_that_is_ended
{
    private const int Kills = 20;
    private const int PortsPerRun = 60;

    /// <summary>Ports that the lab does not take by itself, so that no other run is in sight.</summary>
    private const int FirstPort = 12000;

    /// <summary>
    /// The moment is random: after some rows, and then a while later. What is asked is the same at every moment. Some runs
    /// are alive at once, each with ports of its own.
    /// </summary>
    [Fact]
    public async Task By_a_kill_at_a_random_moment_leaves_no_process_and_no_listener()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken };

        await Parallel.ForAsync(0, Kills, parallel, async (run, _) => await KillAsync(run));
    }

    [Theory]
    [InlineData(LabProcess.Interrupt)]
    [InlineData(LabProcess.Terminate)]
    public async Task By_a_signal_cleans_up_and_says_so(int signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        (int first, int last) = Ports(Kills + signal);
        await using LabProcess lab = LabProcess.Start("--ports", $"{first}-{last}");
        Assert.SkipWhen(lab.Ignores(signal), "This run was started with the signal ignored, and children inherit that.");
        await Bounded.UntilAsync(() => lab.RowsDone > 0, () => lab.Errors);

        lab.Send(signal);

        Assert.Equal(128 + signal, await lab.WaitForExitAsync());
        Assert.EndsWith("Interrupted. Every server has been ended.\n", lab.Errors, StringComparison.Ordinal);
        Assert.Empty(lab.Survivors());
        Assert.Empty(Listeners(first, last));
    }

    private static async Task KillAsync(int run)
    {
        (int first, int last) = Ports(run);
        await using LabProcess lab = LabProcess.Start("--ports", $"{first}-{last}");
        int rows = Random.Shared.Next(3);
        bool hasListened = false;

        // Both are seen while the lab lives, or that they are gone afterwards would prove nothing.
        await Bounded.UntilAsync(
            () => (hasListened |= Listeners(first, last).Length > 0) && lab.RowsDone >= rows && lab.Survivors().Length > 1,
            () => lab.Errors);
        await Task.Delay(Random.Shared.Next(400), TestContext.Current.CancellationToken);
        Assert.False(lab.HasExited, $"The lab had ended before it was killed. {lab.Errors}");

        lab.Kill();

        await lab.WaitForExitAsync();
        await Bounded.UntilAsync(() => lab.Survivors().Length == 0, () => $"Processes are left: {string.Join(' ', lab.Survivors())}.");
        Assert.Empty(Listeners(first, last));
    }

    private static (int First, int Last) Ports(int run) => (FirstPort + (run * PortsPerRun), FirstPort + (run * PortsPerRun) + PortsPerRun - 1);

    private static int[] Listeners(int first, int last) => [.. IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpListeners()
        .Select(listener => listener.Port)
        .Where(port => port >= first && port <= last)];
}
