namespace SocketSetup.Samples.Tests;

public sealed class Restarting_right_after_a_stop(BuiltSamples samples)
{
    [Theory]
    [InlineData(Departure.Stopped)]
    [InlineData(Departure.Killed)]
    [InlineData(Departure.LeftBehind)]
    public async Task Fails_with_address_in_use_for_the_server_with_the_defect(Departure departure)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(), "Which left-over connections are in the way of a bind is measured for Linux only.");
        await using DepartedServer first = await DepartedServer.LeaveAsync(samples.Before, departure);

        await using ServerProcess second = ServerProcess.Launch(samples.Before, $"{first.Port}");
        int exitCode = await second.WaitForExitAsync();

        Assert.True(first.IsLeftoverAlone, $"The failure proves nothing without {first.Leftover}, and no other listener.");
        Assert.Equal([$"port {first.Port}: address in use"], second.Errors);
        Assert.Empty(second.Output);
        Assert.Equal(ServerExit.AddressInUse, exitCode);
    }

    [Theory]
    [InlineData(Departure.Stopped)]
    [InlineData(Departure.Killed)]
    [InlineData(Departure.LeftBehind)]
    public Task Succeeds_for_the_server_with_the_defect_and_the_inserted_line(Departure departure) =>
        AssertRestartsAsync(samples.Repaired, departure);

    [Theory]
    [InlineData(Departure.Stopped)]
    [InlineData(Departure.Killed)]
    [InlineData(Departure.LeftBehind)]
    public Task Succeeds_for_the_echo_server(Departure departure) => AssertRestartsAsync(samples.EchoServer, departure);

    private static async Task AssertRestartsAsync(string assembly, Departure departure)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || departure is Departure.Stopped, "What a killed server leaves is known for Linux only.");
        await using DepartedServer first = await DepartedServer.LeaveAsync(assembly, departure);

        await using ServerProcess second = await ServerProcess.StartAsync(assembly, first.Port);
        Assert.True(first.IsLeftoverThere, $"The success proves nothing without {first.Leftover}.");
        Assert.Equal(first.Port, second.Port);

        using EchoClient client = await EchoClient.ConnectAsync(first.Port);
        Assert.Equal("again", await client.ExchangeAsync("again"));
        Assert.Equal(ServerExit.Success, await second.StopAsync());
    }
}
