using System.Net;
using System.Net.Sockets;

namespace RestartLab.Kernel;

/// <summary>
/// Hands out ports that are free, each of them once. They lie below the range from which systems take the ports of
/// clients: a port out of that range could be given to somebody else between the end of a server and its restart.
/// </summary>
internal sealed class PortReservation
{
    private readonly int _first;
    private readonly int _count;
    private readonly int _start;
    private readonly object _gate = new();
    private int _handedOut;

    public PortReservation((int First, int Last) range)
    {
        _first = range.First;
        _count = range.Last - range.First + 1;
        _start = Random.Shared.Next(_count);
    }

    public static (int First, int Last) DefaultRange => (20000, 31999);

    public int Next()
    {
        lock (_gate)
        {
            while (_handedOut < _count)
            {
                int port = _first + ((_start + _handedOut++) % _count);
                if (IsFree(port))
                    return port;
            }
        }

        throw new LaboratoryException($"No free port is left from {_first} to {_first + _count - 1}.");
    }

    /// <summary>Without any option and with protocol 0 the kernel refuses a port on which anything at all is left.</summary>
    private static bool IsFree(int port)
    {
        try
        {
            using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
            probe.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
