using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>A second receiver of the group on this host cannot start.</summary>
internal static class SOCK007
{
    public static UdpClient Open(IPAddress group)
    {
        var receiver = new UdpClient();
        receiver.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        receiver.Client.Bind(new IPEndPoint(IPAddress.Any, 5000));
        receiver.JoinMulticastGroup(group);
        return receiver;
    }
}
