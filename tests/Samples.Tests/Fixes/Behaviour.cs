namespace SocketSetup.Samples.Tests.Fixes;

/// <summary>What the kernel answers to a program.</summary>
/// <param name="Restarts">It starts again over whatever the earlier instance left.</param>
/// <param name="IsShared">A second instance starts beside one that is alive.</param>
public sealed record Behaviour(bool Restarts, bool IsShared)
{
    /// <summary>Fails where a restart works over one leftover and not over another: no title could tell that.</summary>
    internal static async Task<Behaviour> ObserveAsync(string assembly)
    {
        Departure[] departures = Enum.GetValues<Departure>();
        bool[] restarts = await Task.WhenAll(departures.Select(departure => RestartsAsync(assembly, departure)));
        Assert.Single(restarts.Distinct());
        return new Behaviour(restarts[0], await IsSharedAsync(assembly));
    }

    private static async Task<bool> RestartsAsync(string assembly, Departure departure)
    {
        await using DepartedServer first = await DepartedServer.LeaveAsync(assembly, departure);
        bool starts = await StartsAsync(assembly, first.Port);
        Assert.True(first.IsLeftoverThere, $"The restart proves nothing without {first.Leftover}.");
        return starts;
    }

    private static async Task<bool> IsSharedAsync(string assembly)
    {
        await using ServerProcess first = await ServerProcess.StartAsync(assembly);
        bool starts = await StartsAsync(assembly, first.Port);
        Assert.True(LocalPort.HasListener(first.Port), "The first instance is gone, so the second proves nothing.");
        return starts;
    }

    private static async Task<bool> StartsAsync(string assembly, int port)
    {
        await using ServerProcess server = ServerProcess.Launch(assembly, $"{port}");
        await Bounded.UntilAsync(() => server.Output.Length + server.Errors.Length > 0, "the server says whether it listens");
        string said = Assert.Single(server.Output.Concat(server.Errors));
        Assert.Contains(said, (string[])[$"listening on port {port}", $"port {port}: address in use"]);
        return said == $"listening on port {port}";
    }
}
