using System.Net;
using System.Net.Sockets;

namespace PackageConsumer;

/// <summary>A listener that makes no address decision: SOCK001 is the warning that this sample is there to show.</summary>
public static class Program
{
    /// <summary>Serves one connection and ends.</summary>
    public static void Main()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 5000));
        listener.Listen();
        using Socket connection = listener.Accept();
        connection.Send("hello\n"u8);
    }
}
