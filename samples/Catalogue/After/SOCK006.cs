using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>A second instance starts silently and takes a part of the connections.</summary>
internal static class SOCK006
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.ExclusiveAddressUse = true;
        listener.Bind(endPoint);
        listener.Listen();
        return listener;
    }
}
