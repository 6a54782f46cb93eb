using System.Collections.Concurrent;
using System.Net.Sockets;

namespace EchoServer;

/// <summary>Accepts clients until it is told to stop, and serves all of them at once.</summary>
internal sealed class Server(Socket listener)
{
    // A client that does not read keeps its echo in the send queue; this is how long the end waits for it.
    private static readonly TimeSpan SendingGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Task, Connection> _running = new();
    private long _messageCount;

    public long MessageCount => Interlocked.Read(ref _messageCount);

    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource giveUp = new();
        using (listener)
        {
            try
            {
                while (true)
                    Serve(await AcceptAsync(stop), stop, giveUp.Token);
            }
            catch (OperationCanceledException)
            {
                giveUp.CancelAfter(SendingGrace);
            }
        }

        await Task.WhenAll(_running.Keys);
    }

    private async Task<Socket> AcceptAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await listener.AcceptAsync(stop);
            }
            catch (SocketException exception)
            {
                // The client left before its turn, or the system is short of memory for a moment.
                Console.Error.WriteLine($"accept failed: {exception.Message}");
                await Task.Delay(PauseAfterFailedAccept, stop);
            }
        }
    }

    private void Serve(Socket client, CancellationToken stop, CancellationToken giveUp)
    {
        Connection connection = new(client, onMessage: Report);
        Task task = connection.EchoAsync(stop, giveUp);
        _running.TryAdd(task, connection);

        // A task that failed stays in the collection, and the end of the server throws its exception.
        _ = task.ContinueWith(
            finished => _running.TryRemove(finished, out _),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
    }

    private void Report(int byteCount, string text)
    {
        Interlocked.Increment(ref _messageCount);
        Console.WriteLine($"received {byteCount} bytes: {text}");
    }
}
