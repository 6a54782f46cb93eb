using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>The setting for this file, in <c>.editorconfig</c>, is none of <c>reuse</c>, <c>reuse_except_windows</c> and <c>exclusive</c>.</summary>
internal static class SOCK000
{
    public static Socket Open(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(endPoint);
        listener.Listen();
        return listener;
    }
}
