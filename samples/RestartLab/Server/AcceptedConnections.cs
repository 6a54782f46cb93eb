using System.Net.Sockets;

namespace RestartLab.Server;

/// <summary>Accepts whoever comes and keeps the connections until it is told what to do with them.</summary>
internal sealed class AcceptedConnections : IDisposable
{
    private readonly Socket _listener;
    private readonly Action<Socket> _onAccepted;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly Task _loop;

    public AcceptedConnections(Socket listener, Action<Socket> onAccepted)
    {
        _listener = listener;
        _onAccepted = onAccepted;
        _loop = AcceptAsync();
    }

    public int Count
    {
        get
        {
            lock (_sockets)
                return _sockets.Count;
        }
    }

    public async Task CloseListenerAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
    }

    /// <summary>The orderly way: whoever closes first has the connection in TIME_WAIT afterwards.</summary>
    public void Close() => ForEach(socket =>
    {
        socket.Shutdown(SocketShutdown.Both);
        socket.Dispose();
    });

    /// <summary>The rude way: a reset leaves nothing, and may lose what is still on its way.</summary>
    public void Reset() => ForEach(socket =>
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    });

    public void Dispose()
    {
        ForEach(socket => socket.Dispose());
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync(_stop.Token);
                _onAccepted(socket);
                lock (_sockets)
                    _sockets.Add(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener is to be closed.
        }
    }

    private void ForEach(Action<Socket> action)
    {
        lock (_sockets)
            _sockets.ForEach(action);
    }
}
