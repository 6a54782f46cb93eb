namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>Both the option and ProtocolType.Tcp would throw on a Unix domain socket, so a report needs a proof.</summary>
public sealed class Proven_IP
{
    [Theory]
    [InlineData("AddressFamily.InterNetwork, SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|}")]
    [InlineData("AddressFamily.InterNetworkV6, SocketType.Stream, {|SOCK003:ProtocolType.IP|}")]
    [InlineData("(AddressFamily)2, (SocketType)1, {|SOCK003:0|}")]
    [InlineData("SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|}")]
    [InlineData("SocketType.Stream, ProtocolType.Tcp")]
    [InlineData("ipEndPoint.AddressFamily, SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|}")]
    [InlineData("ipEndPoint.Address.AddressFamily, SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|}")]
    [InlineData("socketType: SocketType.Stream, protocolType: {|SOCK003:ProtocolType.Unspecified|}, addressFamily: AddressFamily.InterNetwork")]
    [InlineData("family, SocketType.Stream, ProtocolType.Tcp")]
    [InlineData("endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp")]
    public Task Is_a_socket_created_with(string arguments) => Listen(arguments, "[|s.Bind(endPoint)|];");

    [Theory]
    [InlineData("family, SocketType.Stream, ProtocolType.Unspecified")]
    [InlineData("endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified")]
    [InlineData("AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified")]
    [InlineData("AddressFamily.Unix, SocketType.Stream, ProtocolType.IP")]
    public Task Is_no_socket_created_with(string arguments) =>
        Listen(arguments, "s.Bind(endPoint);");

    [Fact]
    public Task Is_a_socket_bound_to_an_IPEndPoint() => Listen("family, SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|}", "[|s.Bind(ipEndPoint)|];");

    [Fact]
    public Task Is_no_socket_bound_to_a_path() => Listen("family, SocketType.Stream, ProtocolType.Unspecified", "s.Bind(new UnixDomainSocketEndPoint(\"/tmp/x\"));");

    [Fact]
    public Task Is_no_socket_of_a_variable_that_holds_a_Unix_domain_socket_too() => Verify.Body("""
        EndPoint local = endPoint;
        Socket s = a
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.IP);
        s.Bind(local);
        s.Listen(10);
        """);

    private static Task Listen(string arguments, string bind) => Verify.Members($$"""
        void Run(EndPoint endPoint, IPEndPoint ipEndPoint, AddressFamily family)
        {
            var s = new Socket({{arguments}});
            {{bind}}
            s.Listen(10);
        }
        """);
}
