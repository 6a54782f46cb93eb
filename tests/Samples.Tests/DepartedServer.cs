using System.Net.NetworkInformation;

namespace SocketSetup.Samples.Tests;

/// <summary>The port of a server that has served a client and gone, with what it left there.</summary>
internal sealed class DepartedServer : IAsyncDisposable
{
    private readonly ServerProcess _server;
    private readonly EchoClient _client;
    private readonly TcpState _state;
    private HeldConnection? _held;

    private DepartedServer(ServerProcess server, EchoClient client, TcpState state)
    {
        _server = server;
        _client = client;
        _state = state;
    }

    public int Port => _server.Port;

    /// <summary>Nothing else is in the way of a restart.</summary>
    public bool IsLeftoverAlone => IsLeftoverThere && !LocalPort.HasListener(Port);

    /// <summary>The same when a next server may listen.</summary>
    public bool IsLeftoverThere => LocalPort.HasConnection(Port, _state);

    public string Leftover => $"{_state} on port {Port}";

    public static async Task<DepartedServer> LeaveAsync(string assembly, Departure departure)
    {
        DepartedServer departed = await StartAsync(assembly, departure switch
        {
            Departure.Stopped => TcpState.TimeWait,
            Departure.Killed => TcpState.FinWait2,
            _ => TcpState.Established,
        });
        try
        {
            Assert.Equal("hello", await departed._client.ExchangeAsync("hello"));
            await departed.GoAsync(departure);
            await Bounded.UntilAsync(() => departed.IsLeftoverAlone, $"there is {departed.Leftover}");
            return departed;
        }
        catch
        {
            await departed.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _held?.Dispose();
        await _server.DisposeAsync();
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

    private async Task GoAsync(Departure departure)
    {
        if (departure is Departure.Stopped)
        {
            _server.Send(ServerProcess.Terminate);
            Assert.Equal("", await _client.ReadToEndAsync());
            _client.Dispose();
            Assert.Equal(ServerExit.Success, await _server.WaitForExitAsync());
            return;
        }

        if (departure is Departure.LeftBehind)
            _held = HeldConnection.Take(_server.Id, Port);
        _server.Send(ServerProcess.Kill);
        await _server.WaitForExitAsync();
    }
}
