// Opens the listening socket so that a stopped server can start again at once.
using System.Net;
using System.Net.Sockets;

namespace EchoServer;

internal static class Listener
{
    public static Socket Open(int port)
    {
        Socket listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen();
        return listener;
    }
}
