using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>Off Windows the runtime prepares only sockets for the restart whose protocol is named TCP.</summary>
internal static class SOCK003
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) // SOCK003
        {
            ExclusiveAddressUse = true,
        };
        listener.Bind(endPoint);
        listener.Listen();
        return listener;
    }
}
