namespace SocketSetup.Samples.Tests;

public sealed class Stopping_the_server(BuiltSamples samples)
{
    [Theory]
    [InlineData(ServerProcess.Interrupt)]
    [InlineData(ServerProcess.Terminate)]
    public async Task By_a_signal_closes_the_connections_and_tells_the_message_count(int signal)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        Assert.SkipWhen(server.Ignores(signal), "This run was started with the signal ignored, and children inherit that.");
        using EchoClient client = await EchoClient.ConnectAsync(server.Port);
        Assert.Equal("one", await client.ExchangeAsync("one"));
        Assert.Equal("two", await client.ExchangeAsync("two"));

        server.Send(signal);

        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Equal(ServerExit.Success, await server.WaitForExitAsync());
        Assert.Equal("messages received: 2", server.Output[^1]);
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task Without_any_client_tells_that_no_message_came()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);

        Assert.Equal(ServerExit.Success, await server.StopAsync());
        Assert.Equal([$"listening on port {server.Port}", "messages received: 0"], server.Output);
    }

    [Fact]
    public async Task Does_not_wait_for_ever_for_a_client_that_never_reads()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        using EchoClient client = await EchoClient.ConnectAsync(server.Port);
        Task flood = client.FloodAsync();
        await client.WaitUntilStuckAsync();

        Assert.Equal(ServerExit.Success, await server.StopAsync());

        await Bounded.WaitAsync(flood);
    }
}
