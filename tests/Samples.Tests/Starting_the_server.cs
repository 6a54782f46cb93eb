using System.Net;
using System.Net.Sockets;

namespace SocketSetup.Samples.Tests;

public sealed class Starting_the_server(BuiltSamples samples)
{
    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+80")]
    [InlineData("80.0")]
    [InlineData("65536")]
    [InlineData("70000")]
    [InlineData("99999999999")]
    public async Task With_a_bad_port_ends_with_a_message_that_names_it(string argument)
    {
        await using ServerProcess server = ServerProcess.Launch(samples.EchoServer, argument);

        Assert.Equal(ServerExit.BadArgument, await server.WaitForExitAsync());
        Assert.Equal([$"bad port '{argument}': expected a whole number from 0 to 65535"], server.Errors);
        Assert.Empty(server.Output);
    }

    [Fact]
    public async Task With_two_arguments_ends_with_a_message()
    {
        await using ServerProcess server = ServerProcess.Launch(samples.EchoServer, "0", "0");

        Assert.Equal(ServerExit.BadArgument, await server.WaitForExitAsync());
        Assert.Equal(["expected at most one argument, the port, but got 2"], server.Errors);
    }

    [Fact]
    public async Task On_a_port_that_another_server_holds_ends_with_address_in_use()
    {
        using TcpListener other = new(IPAddress.Any, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        await using ServerProcess server = ServerProcess.Launch(samples.EchoServer, $"{port}");

        Assert.Equal(ServerExit.AddressInUse, await server.WaitForExitAsync());
        Assert.Equal([$"port {port}: address in use"], server.Errors);
        Assert.Empty(server.Output);
    }

    [Fact]
    public async Task Without_an_argument_takes_port_43211()
    {
        // Whether the port is free on this machine is not for this test to say: both answers name it.
        await using ServerProcess server = ServerProcess.Launch(samples.EchoServer);

        await Bounded.UntilAsync(() => server.Output.Length + server.Errors.Length > 0, "the server says something");

        string line = Assert.Single(server.Output.Concat(server.Errors));
        Assert.Contains(line, (string[])["listening on port 43211", "port 43211: address in use"]);
    }
}
