using System.Net.NetworkInformation;
using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>What an earlier instance left on its port, and how it came to that.</summary>
/// <param name="Name">What the column or the row is called.</param>
/// <param name="State">The state of the old connection on the server's port; nothing when the port is clean.</param>
/// <param name="ProduceAsync">Starts with one client connected to a server.</param>
internal sealed record Leftover(string Name, TcpState? State, Func<ServerProcess, Client, CancellationToken, Task> ProduceAsync)
{
    public static readonly Leftover TimeWait = new("time-wait", TcpState.TimeWait, async (server, client, stop) =>
    {
        await server.TellAsync(Wire.CloseConnections, stop);
        await client.WaitForEndAsync(stop);
        client.Dispose();
        await server.KillAsync();
    });

    public static readonly Leftover FinWait2 = new("fin-wait-2", TcpState.FinWait2, (server, _, _) => server.KillAsync());

    /// <summary>As when a child process, or a graceful shutdown, still serves the last client.</summary>
    public static readonly Leftover Established = new("established", TcpState.Established, (server, _, stop) =>
        server.TellAsync(Wire.CloseListener, stop));

    public static readonly Leftover CloseWait = new("close-wait", TcpState.CloseWait, async (server, client, stop) =>
    {
        await server.TellAsync(Wire.CloseListener, stop);
        client.Dispose();
    });

    public static readonly Leftover ClientFirst = new("client-closes-first", null, async (server, client, stop) =>
    {
        client.Dispose();
        await server.TellAsync(Wire.CloseConnections, stop);
        await server.KillAsync();
    });

    public static readonly Leftover KilledThenClientCloses = new("killed-then-client-closes", TcpState.TimeWait, async (server, client, stop) =>
    {
        await server.KillAsync();
        await client.WaitForEndAsync(stop);
        client.Dispose();
    });

    public static readonly Leftover KilledThenClientSends = new("killed-then-client-sends", null, async (server, client, stop) =>
    {
        await server.KillAsync();
        await client.WaitForEndAsync(stop);
        await client.SendAsync(stop);
    });

    public static readonly Leftover ServerResets = new("server-resets", null, async (server, client, stop) =>
    {
        await server.TellAsync(Wire.ResetConnections, stop);
        await client.WaitForEndAsync(stop);
        await server.KillAsync();
    });
}
