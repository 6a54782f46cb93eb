using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocketSetup.Samples.Tests;

/// <summary>A client of the samples in which every wait is bounded.</summary>
internal sealed class EchoClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private long _floodedBytes;

    public static async Task<EchoClient> ConnectAsync(int port)
    {
        EchoClient client = new();
        try
        {
            await Bounded.WaitAsync(client._socket.ConnectAsync(IPAddress.Loopback, port));
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public async Task<string> ExchangeAsync(string text) =>
        Encoding.UTF8.GetString(await ExchangeAsync(Encoding.UTF8.GetBytes(text)));

    /// <summary>Sends a message and waits for as many bytes: the next message is then sure to be a read of its own.</summary>
    public async Task<byte[]> ExchangeAsync(byte[] message)
    {
        await SendAsync(message);
        byte[] echo = new byte[message.Length];
        int total = 0;
        while (total < echo.Length)
        {
            int count = await Bounded.WaitAsync(_socket.ReceiveAsync(echo.AsMemory(total)).AsTask());
            Assert.True(count > 0, $"The server closed the connection after {total} of {echo.Length} bytes.");
            total += count;
        }

        return echo;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Bounded.WaitAsync(_socket.SendAsync(bytes).AsTask())..];
    }

    /// <summary>Sends without ever reading, until the server closes the connection.</summary>
    public async Task FloodAsync()
    {
        byte[] bytes = new byte[64 * 1024];
        try
        {
            while (true)
                Interlocked.Add(ref _floodedBytes, await _socket.SendAsync(bytes));
        }
        catch (SocketException)
        {
            // The server has closed with our bytes unread.
        }
    }

    /// <summary>Waits until the buffers of both sides are full: the server now waits for us to read.</summary>
    public async Task WaitUntilStuckAsync()
    {
        Stopwatch quiet = Stopwatch.StartNew();
        long last = 0;
        await Bounded.UntilAsync(
            () =>
            {
                long now = Interlocked.Read(ref _floodedBytes);
                if (now != last)
                    quiet.Restart();
                last = now;
                return now > 0 && quiet.Elapsed > TimeSpan.FromSeconds(1);
            },
            "nothing more can be sent");
    }

    /// <summary>What arrives until the server closes its side.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using MemoryStream received = new();
        byte[] buffer = new byte[1024];
        int count;
        while ((count = await Bounded.WaitAsync(_socket.ReceiveAsync(buffer))) > 0)
            received.Write(buffer, 0, count);

        return Encoding.UTF8.GetString(received.ToArray());
    }

    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
