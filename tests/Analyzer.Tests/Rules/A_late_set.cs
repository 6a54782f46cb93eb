namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>SOCK002: an address option set where every path has bound the socket.</summary>
public sealed class A_late_set
{
    private const string Reuse = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";

    [Theory]
    [InlineData(Reuse)]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, a)")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, true)")]
    [InlineData("s.ExclusiveAddressUse = true")]
    [InlineData("s.ExclusiveAddressUse = false")]
    public Task Is_reported_and_silences_the_bind(string set) => Listen($$"""s.Bind(endPoint); {|SOCK002:{{set}}|}; s.Listen(10);""");

    [Fact]
    public Task Is_reported_after_Listen_too() => Listen($$"""s.Bind(endPoint); s.Listen(10); {|SOCK002:{{Reuse}}|}; s.Accept();""");

    [Fact]
    public Task Needs_no_evidence_of_listening() => Listen($$"""s.Bind(endPoint); {|SOCK002:{{Reuse}}|};""");

    [Fact]
    public Task Is_reported_for_UDP_too() => Verify.Body($$"""
        var s = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        s.Bind(endPoint);
        {|SOCK002:{{Reuse}}|};
        """);

    [Fact]
    public Task Is_reported_on_an_ephemeral_port_too() => Listen($$"""s.Bind(new IPEndPoint(IPAddress.Any, 0)); {|SOCK002:{{Reuse}}|};""");

    [Fact]
    public Task Is_silent_where_one_path_has_not_bound() => Listen($"if (a) s.Bind(endPoint); {Reuse};");

    [Fact]
    public Task Is_silent_before_the_bind() => Listen($"{Reuse}; s.Bind(endPoint); s.Listen(10);");

    [Fact]
    public Task Is_silent_after_a_decision() => Listen($"{Reuse}; s.Bind(endPoint); {Reuse}; s.Listen(10);");

    [Fact]
    public Task Is_silent_after_an_exclusive_decision() => Listen($"s.ExclusiveAddressUse = a; s.Bind(endPoint); {Reuse}; s.Listen(10);");

    [Fact]
    public Task Is_silent_after_a_decision_on_one_path() => Listen($"if (a) {Reuse}; s.Bind(endPoint); {Reuse}; s.Listen(10);");

    [Fact]
    public Task That_clears_ReuseAddress_is_reported_decision_or_not() => Listen($$"""
        {{Reuse}};
        s.Bind(endPoint);
        {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)|};
        s.Listen(10);
        """);

    [Fact]
    public Task That_clears_ReuseAddress_is_silent_before_the_bind_of_one_path() => Listen("""
        if (a)
            s.Bind(endPoint);
        s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false);
        """);

    [Fact]
    public Task Is_reported_for_each_late_set() => Listen($$"""
        s.Bind(endPoint);
        {|SOCK002:{{Reuse}}|};
        {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, false)|};
        s.Listen(10);
        """);

    [Fact]
    public Task Is_silent_on_a_socket_that_is_not_in_sight() => Verify.Body($$"""
        given.Bind(endPoint);
        given.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        Socket s = a ? given : new Socket(SocketType.Stream, ProtocolType.Tcp);
        s.Bind(endPoint);
        {{Reuse}};
        """);

    [Fact]
    public Task On_a_Unix_domain_socket_is_another_rule_s() => Verify.Body($$"""
        var s = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        s.Bind(new UnixDomainSocketEndPoint("/tmp/x"));
        {|SOCK009:{{Reuse}}|};
        var t = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        t.Bind(new UnixDomainSocketEndPoint("/tmp/y"));
        t.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        """);

    [Fact]
    public Task Is_silent_on_the_next_socket() => Listen($$"""
        s.Bind(endPoint);
        s.Close();
        s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        {{Reuse}};
        s.Bind(endPoint);
        s.Listen(10);
        """);

    [Fact]
    public Task Of_another_option_is_silent() => Listen("""
        [|s.Bind(endPoint)|];
        s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        s.SetRawSocketOption(1, 2, BitConverter.GetBytes(1));
        s.Listen(10);
        """);

    [Fact]
    public Task Of_one_socket_leaves_the_bind_of_another_reported() => Listen($$"""
        var t = new Socket(SocketType.Stream, ProtocolType.Tcp);
        s.Bind(endPoint);
        [|t.Bind(endPoint)|];
        {|SOCK002:{{Reuse}}|};
        s.Listen(10);
        t.Listen(10);
        """);

    private static Task Listen(string statements) => Verify.Body($"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        {statements}
        """);
}
