namespace SocketSetup.Analyzers.Tests.Rules;

public sealed class A_listening_socket_bound_without_ReuseAddress
{
    [Theory]
    [InlineData("listener.Listen(10);")]
    [InlineData("listener.Listen();")]
    [InlineData("listener.Accept();")]
    [InlineData("listener.BeginAccept(null, null);")]
    [InlineData("listener.AcceptAsync();")]
    [InlineData("SocketTaskExtensions.AcceptAsync(listener);")]
    [InlineData("listener.AcceptAsync(new SocketAsyncEventArgs());")]
    [InlineData("Func<Socket> accept = listener.Accept;")]
    public Task Is_reported_at_the_Bind_call_whatever_shows_that_it_listens(string evidence) => Verify.Body($"""
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        [|listener.Bind(endPoint)|];
        {evidence}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("listener.Connect(endPoint);")]
    [InlineData("listener.Poll(1, SelectMode.SelectRead);")]
    public Task Is_not_reported_without_evidence_of_listening(string use) => Verify.Body($"""
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endPoint);
        {use}
        """);

    [Theory]
    [InlineData("AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp")]
    [InlineData("AddressFamily.InterNetwork, a ? SocketType.Stream : SocketType.Dgram, ProtocolType.Unspecified")]
    [InlineData("AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp")]
    public Task Is_not_reported_unless_it_is_a_stream(string arguments) => Verify.Body($"""
        var listener = new Socket({arguments});
        listener.Bind(endPoint);
        listener.Listen(10);
        """);

    [Fact]
    public Task Is_reported_once_for_all_its_creations() => Verify.Body("""
        Socket listener = a
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        [|listener.Bind(endPoint)|];
        listener.Listen(10);
        """);

    [Fact]
    public Task Is_asked_of_each_creation_separately() => Verify.Body("""
        Socket listener;
        if (a)
        {
            listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }
        else
        {
            listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        }
        [|listener.Bind(endPoint)|];
        listener.Listen(10);
        """);

    [Fact]
    public Task Is_not_reported_where_a_condition_decides() => Verify.Body("""
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (a)
            listener.ExclusiveAddressUse = true;
        listener.Bind(endPoint);
        listener.Listen(10);
        """);

    [Fact]
    public Task Is_not_reported_where_the_creation_is_not_in_sight() => Verify.Body("""
        given.Bind(endPoint);
        given.Listen(10);
        var made = New();
        made.Bind(endPoint);
        made.Listen(10);
        """);

    [Fact]
    public Task Is_not_reported_where_it_wraps_a_handle() => Verify.Body("""
        var listener = new Socket(new SafeSocketHandle(IntPtr.Zero, true));
        listener.Bind(endPoint);
        listener.Listen(10);
        """);
}
