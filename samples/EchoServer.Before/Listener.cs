// Keeps a defect on purpose: after a stop the port stays taken until TIME_WAIT is over.
using System.Net;
using System.Net.Sockets;

namespace EchoServer;

internal static class Listener
{
    public static Socket Open(int port)
    {
        Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen();
        return listener;
    }
}
