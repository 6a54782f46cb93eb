using System.Net.Sockets;

namespace EchoServer;

/// <summary>
/// One client. TCP is a stream without borders between messages, so a message is what one read returns.
/// </summary>
internal sealed class Connection(Socket client, Action<int, string> onMessage)
{
    private const int BufferSize = 4096;

    private readonly MessageText _text = new();

    /// <summary>
    /// Echoes until the client ends its side. <paramref name="stop"/> ends the wait for the next message;
    /// only <paramref name="giveUp"/> ends the sending of an echo that has begun.
    /// </summary>
    public async Task EchoAsync(CancellationToken stop, CancellationToken giveUp)
    {
        string name = $"{client.RemoteEndPoint}";
        try
        {
            byte[] buffer = new byte[BufferSize];
            int count;
            while ((count = await client.ReceiveAsync(buffer, stop)) > 0)
            {
                onMessage(count, _text.Read(buffer.AsSpan(0, count)));
                await SendAsync(buffer.AsMemory(0, count), giveUp);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
        catch (SocketException exception)
        {
            Console.Error.WriteLine($"client {name} lost: {exception.Message}");
        }
        finally
        {
            Close();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken giveUp)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await client.SendAsync(bytes, giveUp)..];
    }

    private void Close()
    {
        try
        {
            client.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // A connection that the client reset is closed already.
        }

        client.Dispose();
    }
}
