using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>The option is set when the socket is bound already: for this bind it comes too late.</summary>
internal static class SOCK002
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endPoint);
        // So that the server can be restarted at once.
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); // SOCK002
        listener.Listen();
        return listener;
    }
}
