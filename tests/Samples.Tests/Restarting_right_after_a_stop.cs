namespace SocketSetup.Samples.Tests;

public sealed class Restarting_right_after_a_stop(BuiltSamples samples)
{
    [Fact]
    public async Task Fails_with_address_in_use_for_the_server_with_the_defect()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(), "Which left-over connections are in the way of a bind is measured for Linux only.");
        int port = await ServeAndLeaveTimeWaitAsync(samples.Before);

        await using ServerProcess second = ServerProcess.Launch(samples.Before, $"{port}");
        int exitCode = await second.WaitForExitAsync();

        Assert.False(LocalPort.HasListener(port), "Another server listens, so the failure proves nothing.");
        Assert.True(LocalPort.HasTimeWait(port), "The old connection is gone, so the failure proves nothing.");
        Assert.Equal([$"port {port}: address in use"], second.Errors);
        Assert.Empty(second.Output);
        Assert.Equal(ServerExit.AddressInUse, exitCode);
    }

    [Fact]
    public async Task Succeeds_for_the_server_with_the_defect_and_the_inserted_line()
    {
        int port = await ServeAndLeaveTimeWaitAsync(samples.Repaired);

        await AssertServesAsync(samples.Repaired, port);
    }

    [Fact]
    public async Task Succeeds_for_the_echo_server()
    {
        int port = await ServeAndLeaveTimeWaitAsync(samples.EchoServer);

        await AssertServesAsync(samples.EchoServer, port);
    }

    /// <summary>The server closes first, so the connection stays behind on its port, not on the client's.</summary>
    private static async Task<int> ServeAndLeaveTimeWaitAsync(string assembly)
    {
        await using ServerProcess first = await ServerProcess.StartAsync(assembly);
        using (EchoClient client = await EchoClient.ConnectAsync(first.Port))
        {
            Assert.Equal("hello", await client.ExchangeAsync("hello"));
            first.Send(ServerProcess.Terminate);
            Assert.Equal("", await client.ReadToEndAsync());
        }

        Assert.Equal(ServerExit.Success, await first.WaitForExitAsync());
        await Bounded.UntilAsync(() => LocalPort.HasTimeWait(first.Port), "the old connection is in TIME_WAIT");
        return first.Port;
    }

    private static async Task AssertServesAsync(string assembly, int port)
    {
        await using ServerProcess second = await ServerProcess.StartAsync(assembly, port);
        Assert.True(LocalPort.HasTimeWait(port), "The old connection is gone, so the success proves nothing.");
        Assert.Equal(port, second.Port);

        using EchoClient client = await EchoClient.ConnectAsync(port);
        Assert.Equal("again", await client.ExchangeAsync("again"));
        Assert.Equal(ServerExit.Success, await second.StopAsync());
    }
}
