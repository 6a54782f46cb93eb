using System.Net;
using System.Net.Sockets;

namespace RestartLab.Experiments;

/// <summary>The other end of a connection.</summary>
internal sealed class Client : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<Client> ConnectAsync(int port, CancellationToken stop)
    {
        Client client = new();
        try
        {
            await Bounded.WaitAsync(ConnectAsync(client._socket, port, stop), "a client is connected", stop);
            return client;
        }
        catch (SocketException exception)
        {
            client.Dispose();
            throw new LaboratoryException($"a client could not connect: {exception.SocketErrorCode}");
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the server has closed its side, in the orderly way or by a reset.</summary>
    public async Task WaitForEndAsync(CancellationToken stop)
    {
        try
        {
            byte[] nothing = new byte[1];
            await Bounded.WaitAsync(_socket.ReceiveAsync(nothing, stop).AsTask(), "the server closes the connection", stop);
        }
        catch (SocketException)
        {
            // Reset.
        }
    }

    public async Task SendAsync(CancellationToken stop) => await _socket.SendAsync(new byte[1], stop);

    public void Dispose() => _socket.Dispose();

    private static async Task<bool> ConnectAsync(Socket socket, int port, CancellationToken stop)
    {
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), stop);
        return true;
    }
}
