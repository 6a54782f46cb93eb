using System.Net;
using System.Net.Sockets;
using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>
/// Questions about a client, about UDP and about Unix domain sockets. One process asks them: the kernel looks at sockets
/// and users, not at processes.
/// </summary>
internal static class InProcess
{
    private const string Starts = "starts";
    private static readonly IPAddress Group = IPAddress.Parse("239.255.43.21");

    public static IEnumerable<IExperiment> All =>
    [
        Ask("client/tcp-fixed-port", "a client with a fixed local port, Tcp: binds it again after it closed first", port => FixedPort(ProtocolType.Tcp, port)),
        Ask("client/zero-fixed-port", "the same with protocol 0", port => FixedPort(ProtocolType.Unspecified, port)),
        Ask("udp/none", "UDP, no option: a second socket on the same port", port => Udp(Remedy.Of("none"), port)),
        Ask("udp/reuse", "UDP, ReuseAddress true in both: a second socket on the same port", port => Udp(Remedy.Of("reuse"), port)),
        new Question("udp/multicast", "UDP, ReuseAddress true in both: who gets a datagram of the group", MulticastAsync),
        Ask("unix/reuse", "Unix domain socket, ReuseAddress true", _ => Unix()),
    ];

    private static Question Ask(string id, string title, Func<int, string> ask) =>
        new(id, title, bench => Task.FromResult(new Observation(Question.Answer, ask(bench.Ports.Next()))));

    /// <summary>Two connections, one after the other, from one local port; the client closes each of them first.</summary>
    private static string FixedPort(ProtocolType protocol, int port)
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        try
        {
            for (int i = 0; i < 2; i++)
            {
                using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, protocol);
                client.Bind(new IPEndPoint(IPAddress.Loopback, port));
                client.Connect(server.LocalEndpoint);
                using Socket accepted = server.AcceptSocket();
                client.Shutdown(SocketShutdown.Both);
                accepted.Shutdown(SocketShutdown.Both);
            }

            return Starts;
        }
        catch (SocketException exception)
        {
            return Describe(exception);
        }
    }

    private static string Udp(Remedy remedy, int port)
    {
        try
        {
            using Socket one = BindUdp(remedy, IPAddress.Loopback, port);
            using Socket other = BindUdp(remedy, IPAddress.Loopback, port);
            return Starts;
        }
        catch (SocketException exception)
        {
            return Describe(exception);
        }
    }

    private static async Task<Observation> MulticastAsync(Bench bench)
    {
        int port = bench.Ports.Next();
        using Socket one = JoinedUdp(port);
        using Socket other = JoinedUdp(port);
        using Socket sender = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        sender.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes());
        sender.SendTo(new byte[1], new IPEndPoint(Group, port));
        foreach (Socket receiver in (Socket[])[one, other])
            await Bounded.WaitAsync(receiver.ReceiveAsync(new byte[1], bench.Stop).AsTask(), "a receiver has the datagram", bench.Stop);
        return new Observation(Question.Answer, "both get it");
    }

    private static string Unix()
    {
        try
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            Remedy.Of("reuse").BeforeBind(socket);
            return "does nothing";
        }
        catch (SocketException exception)
        {
            return $"throws {exception.SocketErrorCode}";
        }
    }

    private static Socket JoinedUdp(int port)
    {
        Socket socket = BindUdp(Remedy.Of("reuse"), IPAddress.Any, port);
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(Group, IPAddress.Loopback));
        return socket;
    }

    private static Socket BindUdp(Remedy remedy, IPAddress address, int port)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            remedy.BeforeBind(socket);
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Describe(SocketException exception) =>
        exception.SocketErrorCode is SocketError.AddressAlreadyInUse ? Answers.InUse : $"throws {exception.SocketErrorCode}";
}
