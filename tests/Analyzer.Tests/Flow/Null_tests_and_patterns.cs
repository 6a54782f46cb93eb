namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Conditions that tell whether a variable is null, and patterns that name it again.</summary>
public sealed class Null_tests_and_patterns
{
    private const string Reuse = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Create = "Socket s = null; if (a) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(endPoint); }";
    private const string Late = "{|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)|};";

    [Theory]
    [InlineData("if (s != null) { " + Late + " }")]
    [InlineData("if (null != s) { " + Late + " }")]
    [InlineData("if (s is not null) { " + Late + " }")]
    [InlineData("if (s is { }) { " + Late + " }")]
    [InlineData("if (s is Socket) { " + Late + " }")]
    [InlineData("if (!(s == null)) { " + Late + " }")]
    [InlineData("if (s is null) return; " + Late)]
    [InlineData("if (s == null) throw null; " + Late)]
    [InlineData("s?{|SOCK002:.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)|};")]
    [InlineData(Late)]
    public Task Leave_only_the_paths_that_can_be(string statements) => Verify.Body(Create + statements);

    [Theory]
    [InlineData("if (s == null) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); } " + Reuse)]
    [InlineData("if (s is null) s = given; " + Reuse)]
    [InlineData("s ??= given; " + Reuse)]
    public Task Keep_the_paths_that_made_another_socket(string statements) => Verify.Body(Create + statements);

    [Theory]
    [InlineData("if (s is not null) return; s = new Socket(SocketType.Stream, ProtocolType.Tcp); [|s.Bind(endPoint)|]; s.Listen(1);")]
    [InlineData("if (s is null or { Connected: true }) { } " + Late)]
    public Task Know_the_patterns_of_newer_compilers(string statements) => Verify.Body(Create + statements);

    [Theory]
    [InlineData("s is not null", true)]
    [InlineData("s is not (null)", true)]
    [InlineData("s != null", true)]
    [InlineData("s is not null and { Connected: true }", false)]
    [InlineData("s is { Connected: true }", false)]
    [InlineData("s is null", false)]
    [InlineData("b", false)]
    public Task Take_away_a_socket_only_where_it_cannot_be(string condition, bool isAway) => Verify.Body($$"""
        Socket s = a ? new Socket(SocketType.Stream, ProtocolType.Tcp) : null;
        var t = new Socket(SocketType.Stream, ProtocolType.Tcp);
        t.Bind(endPoint);
        if ({{condition}})
            return;
        {{(isAway ? "{|SOCK002:" : "")}}(s ?? t).SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true){{(isAway ? "|}" : "")}};
        """);

    [Theory]
    [InlineData("if (s is Socket t) { t.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); }")]
    [InlineData("if (s is { Connected: false } t) { t.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); }")]
    [InlineData("if (s is { } t) { t.ExclusiveAddressUse = true; }")]
    [InlineData("switch (s) { case { } t: t.ExclusiveAddressUse = true; break; }")]
    [InlineData("if (s is not { } t) return; t.ExclusiveAddressUse = true;")]
    [InlineData("if (s is var t) { t.ExclusiveAddressUse = true; }")]
    [InlineData("_ = s switch { Socket t when Set(t) => 1, _ => 2 };")]
    public Task Name_the_same_socket(string decision) => Verify.Members($$"""
        static extern bool Set(Socket socket);
        void Run(IPEndPoint endPoint)
        {
            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            {{decision}}
            s.Bind(endPoint);
            s.Listen(10);
        }
        """);
}
