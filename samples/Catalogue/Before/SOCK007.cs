using System.Net;
using System.Net.Sockets;

namespace Catalogue;

/// <summary>A second receiver of the group on this host cannot start.</summary>
internal static class SOCK007
{
    public static UdpClient Open(IPAddress group)
    {
        var receiver = new UdpClient(5000); // SOCK007
        receiver.JoinMulticastGroup(group);
        return receiver;
    }
}
