using System.Net.Sockets;

namespace Catalogue;

/// <summary>A Unix domain socket has no port to be reused: newer Linux kernels refuse the option, and the call throws.</summary>
internal static class SOCK009
{
    public static Socket Open(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return listener;
    }
}
