using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>A listening socket is bound, and nobody has said what is to become of its address at the next start.</summary>
internal static class SOCK001
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endPoint); // SOCK001
        listener.Listen();
        return listener;
    }
}
