using static SocketSetup.Analyzers.Tests.Fixes.Method;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>No repair of SOCK001 may make a working program throw.</summary>
public sealed class Other_sockets_at_the_same_bind
{
    [Theory]
    [InlineData("Socket s = u ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);", "if (s.AddressFamily != AddressFamily.Unix) s.")]
    public Task Tests_the_family_where_a_Unix_socket_may_reach_the_bind(string create, string prefix) => Fix(
        $"""
                {create}
                [|s.Bind(any)|];
                s.Listen(10);
        """,
        $"""
                {create}
                {prefix}{Set}
                s.Bind(any);
                s.Listen(10);
        """);

    [Fact]
    public Task Goes_after_the_creation_where_another_socket_reaches_the_bind() => Fix(
        $$"""
                Socket s;
                if (u)
                    s = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                else
                {
                    s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); // IP
                }
                [|s.Bind(any)|];
                s.Listen(10);
        """,
        $$"""
                Socket s;
                if (u)
                    s = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                else
                {
                    s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); // IP
                    s.{{Set}}
                }
                s.Bind(any);
                s.Listen(10);
        """);

    [Theory]
    [InlineData("Socket s = u ? new Socket(SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true } : new Socket(SocketType.Stream, ProtocolType.Tcp);", "[|s.Bind(any)|];")]
    [InlineData("Socket s = this.field ?? new Socket(SocketType.Stream, ProtocolType.Tcp);", "[|s.Bind(any)|];")]
    [InlineData("Socket s = this.field; s ??= new Socket(SocketType.Stream, ProtocolType.Tcp);", "[|s.Bind(any)|];")]
    public Task Is_not_offered_where_it_could_do_harm(string create, string bind)
    {
        string statements = $"""
                {create}
                {bind}
                s.Listen(10);
        """;
        return Fix(statements, statements);
    }

    [Fact]
    public Task Does_not_contradict_what_the_socket_gets_elsewhere() => Fix(
        $$"""
                {{Create}}
                try { [|s.Bind(any)|]; } catch (SocketException) { s.ExclusiveAddressUse = true; s.Bind(any); }
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                try { s.ExclusiveAddressUse = true; s.Bind(any); } catch (SocketException) { s.ExclusiveAddressUse = true; s.Bind(any); }
                s.Listen(10);
        """);

    [Fact]
    public Task Is_not_offered_after_a_creation_whose_variable_is_no_socket()
    {
        const string statements = """
                System.IDisposable s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                if (u) s = this.field;
                [|((Socket)s).Bind(any)|];
                ((Socket)s).Listen(10);
        """;
        return Fix(statements, statements);
    }
}
