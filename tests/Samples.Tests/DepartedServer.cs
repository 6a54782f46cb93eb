using System.Net.NetworkInformation;

namespace SocketSetup.Samples.Tests;

/// <summary>The port of a server that has served a client and gone, with what it left there.</summary>
internal sealed class DepartedServer : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly ServerProcess _server;
    private readonly EchoClient _client;
    private readonly TcpState _state;

    private DepartedServer(ServerProcess server, EchoClient client, TcpState state)
    {
        _server = server;
        _client = client;
        _state = state;
    }

    public int Port => _server.Port;

    /// <summary>While it is there, what comes of a restart is its doing.</summary>
    public bool IsLeftoverThere => IsLeftoverStillThere && !LocalPort.HasListener(Port);

    /// <summary>The same when a next server may listen.</summary>
    public bool IsLeftoverStillThere => LocalPort.HasConnection(Port, _state);

    public string Leftover => $"{_state} on port {Port}";

    public static Task<DepartedServer> LeaveAsync(string assembly, Departure departure) => departure switch
    {
        Departure.Stopped => LeaveAsync(assembly, TcpState.TimeWait, StopAsync),
        Departure.Killed => LeaveAsync(assembly, TcpState.FinWait2, KillAsync),
        _ => LeaveDrainingAsync(assembly),
    };

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private static async Task<DepartedServer> LeaveAsync(string assembly, TcpState state, Func<ServerProcess, EchoClient, Task> leaveAsync)
    {
        DepartedServer departed = await StartAsync(assembly, state);
        try
        {
            Assert.Equal("hello", await departed._client.ExchangeAsync("hello"));
            await leaveAsync(departed._server, departed._client);
            await Bounded.UntilAsync(() => departed.IsLeftoverThere, $"there is {departed.Leftover}");
            return departed;
        }
        catch
        {
            await departed.DisposeAsync();
            throw;
        }
    }

    private static async Task StopAsync(ServerProcess server, EchoClient client)
    {
        server.Send(ServerProcess.Terminate);
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        Assert.Equal(ServerExit.Success, await server.WaitForExitAsync());
    }

    private static async Task KillAsync(ServerProcess server, EchoClient client)
    {
        server.Send(ServerProcess.Kill);
        await server.WaitForExitAsync();
    }

    /// <summary>
    /// The server grants its last client some time only. It is frozen while it waits; where that came too late, the next
    /// one may be caught.
    /// </summary>
    private static async Task<DepartedServer> LeaveDrainingAsync(string assembly)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            DepartedServer departed = await StartAsync(assembly, TcpState.Established);
            try
            {
                _ = departed._client.FloodAsync();
                await departed._client.WaitUntilStuckAsync();
                departed._server.Send(ServerProcess.Terminate);
                await Bounded.UntilAsync(() => !LocalPort.HasListener(departed.Port), "the listener is closed");
                departed._server.Send(ServerProcess.Stop);
            }
            catch
            {
                await departed.DisposeAsync();
                throw;
            }

            if (departed.IsLeftoverThere)
                return departed;
            await departed.DisposeAsync();
        }

        throw new InvalidOperationException("No server could be caught while it waited for its last client.");
    }

    private static async Task<DepartedServer> StartAsync(string assembly, TcpState state)
    {
        ServerProcess server = await ServerProcess.StartAsync(assembly);
        try
        {
            return new DepartedServer(server, await EchoClient.ConnectAsync(server.Port), state);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
