using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>Linux and macOS let the last of the two win, Windows throws at it.</summary>
internal static class SOCK005
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.ExclusiveAddressUse = true; // SOCK005
        listener.Bind(endPoint);
        listener.Listen();
        return listener;
    }
}
