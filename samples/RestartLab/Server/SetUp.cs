using System.Net;
using System.Net.Sockets;

namespace RestartLab.Server;

/// <summary>A way to come to a listening socket.</summary>
/// <param name="Id">What it is called on the command line.</param>
/// <param name="Title">What it is called in a table.</param>
/// <param name="Protocol">Data, not a constant: whether TCP has to be named is what the lab finds out.</param>
/// <param name="Address">Where it listens unless an experiment says otherwise. It is a loopback address.</param>
internal sealed record SetUp(string Id, string Title, ProtocolType Protocol, IPAddress Address)
{
    public static readonly SetUp Tcp = new("tcp", "Socket, ProtocolType.Tcp", ProtocolType.Tcp, IPAddress.Loopback);
    public static readonly SetUp Zero = new("zero", "Socket, protocol 0", ProtocolType.Unspecified, IPAddress.Loopback);
    public static readonly SetUp Dual = new("dual", "Socket, Tcp, dual mode", ProtocolType.Tcp, IPAddress.Loopback.MapToIPv6());
    public static readonly SetUp Listener = new("listener", "TcpListener", ProtocolType.Tcp, IPAddress.Loopback);

    public static readonly IReadOnlyList<SetUp> All = [Tcp, Zero, Dual, Listener];

    public static SetUp Of(string id) => All.Single(setUp => setUp.Id == id);

    public IListener Create(IPEndPoint endPoint) =>
        this == Listener ? new FrameworkListener(new TcpListener(endPoint)) : new SocketListener(CreateSocket(endPoint.Address), endPoint);

    private Socket CreateSocket(IPAddress address) =>
        this == Dual ? new Socket(SocketType.Stream, Protocol) : new Socket(address.AddressFamily, SocketType.Stream, Protocol);
}
