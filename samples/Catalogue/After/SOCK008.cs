using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>As SOCK001, of a <c>TcpListener</c>.</summary>
internal static class SOCK008
{
    public static TcpListener Open(IPEndPoint endPoint)
    {
        var listener = new TcpListener(endPoint);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        return listener;
    }
}
