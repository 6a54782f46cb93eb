namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>The repair of SOCK001: one inserted line, and everything else as it was.</summary>
public sealed class Setting_ReuseAddress_before_Bind
{
    private const string Set = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    [Fact]
    public Task Inserts_one_line() => Fix(
        $"""
                {Create}
                [|s.Bind(endPoint)|];
                s.Listen(10);
        """,
        $"""
                {Create}
                s.{Set}
                s.Bind(endPoint);
                s.Listen(10);
        """);

    [Fact]
    public Task Leaves_the_comments_of_Bind_with_it() => Fix(
        $"""
                {Create} // the listener

                // Bind it,
                /* at last. */
                [|s.Bind(endPoint)|]; // here
                s.Listen(10);
        """,
        $"""
                {Create} // the listener

                s.{Set}
                // Bind it,
                /* at last. */
                s.Bind(endPoint); // here
                s.Listen(10);
        """);

    [Fact]
    public Task Leaves_a_comment_apart_where_it_is() => Fix(
        $"""
                {Create}
                // About something else.

                [|s.Bind(endPoint)|];
                s.Listen(10);
        """,
        $"""
                {Create}
                // About something else.

                s.{Set}
                s.Bind(endPoint);
                s.Listen(10);
        """);

    [Fact]
    public Task Leaves_a_comment_on_the_line_of_Bind_there() => Fix(
        $"""
                {Create}
                /// Bind.
                /* one */ [|s.Bind(endPoint)|]; /* two
                three */
                s.Listen(10);
        """,
        $"""
                {Create}
                s.{Set}
                /// Bind.
                /* one */ s.Bind(endPoint); /* two
                three */
                s.Listen(10);
        """);

    [Fact]
    public Task Leaves_directives_where_they_are() => Fix(
        $"""
        #if true
                {Create}
        #endif
        #region Bind
                [|s.Bind(endPoint)|];
        #endregion
                s.Listen(10);
        """,
        $"""
        #if true
                {Create}
        #endif
        #region Bind
                s.{Set}
                s.Bind(endPoint);
        #endregion
                s.Listen(10);
        """);

    [Fact]
    public Task Stays_on_the_line_of_a_statement_that_shares_it() => Fix(
        $$"""
                {{Create}} [|s.Bind(endPoint)|]; s.Listen(10);
        """,
        $$"""
                {{Create}} s.{{Set}} s.Bind(endPoint); s.Listen(10);
        """);

    [Theory]
    [InlineData("s?", "[|.Bind(endPoint)|]", ".Bind(endPoint)", "s?.")]
    [InlineData("", "[|this.field.Bind(endPoint)|]", "this.field.Bind(endPoint)", "this.field.")]
    [InlineData("", "[|@class.Bind(endPoint)|]", "@class.Bind(endPoint)", "@class.")]
    [InlineData("", "[|(s).Bind(endPoint)|]", "(s).Bind(endPoint)", "(s).")]
    [InlineData("", "[|((Socket)o).Bind(endPoint)|]", "((Socket)o).Bind(endPoint)", "((Socket)o).")]
    [InlineData("", "[|(o as Socket)!.Bind(endPoint)|]", "(o as Socket)!.Bind(endPoint)", "(o as Socket)!.")]
    public Task Names_the_socket_as_Bind_does(string before, string bind, string fixedBind, string prefix) => Fix(
        $"""
                {Create}
                this.field = s; var @class = s; object o = s;
                {before}{bind};
                s.Listen(10);
        """,
        $"""
                {Create}
                this.field = s; var @class = s; object o = s;
                {prefix}{Set}
                {before}{fixedBind};
                s.Listen(10);
        """);

    [Fact]
    public Task Writes_a_receiver_of_several_lines_on_one() => Fix(
        $"""
                {Create}
                [|s // the listener
                    .Bind(
                        endPoint)|];
                s.Listen(10);
        """,
        $"""
                {Create}
                s.{Set}
                s // the listener
                    .Bind(
                        endPoint);
                s.Listen(10);
        """);

    [Fact]
    public Task Works_in_switch_sections_and_after_labels() => Fix(
        $$"""
                {{Create}}
                switch (endPoint.Port)
                {
                    case 1:
                        [|s.Bind(endPoint)|];
                        break;
                }
                {{Create.Replace(" s ", " t ", StringComparison.Ordinal)}}
            again:
                [|t.Bind(endPoint)|];
                if (endPoint.Port == 2) goto again;
                s.Listen(10); t.Listen(10);
        """,
        $$"""
                {{Create}}
                switch (endPoint.Port)
                {
                    case 1:
                        s.{{Set}}
                        s.Bind(endPoint);
                        break;
                }
                {{Create.Replace(" s ", " t ", StringComparison.Ordinal)}}
            again:
                t.{{Set}}
                t.Bind(endPoint);
                if (endPoint.Port == 2) goto again;
                s.Listen(10); t.Listen(10);
        """);

    [Fact]
    public Task Fixes_neighbours_at_once() => Fix(
        $"""
                {Create}
                {Create.Replace(" s ", " t ", StringComparison.Ordinal)}
                [|s.Bind(endPoint)|];
                [|t.Bind(endPoint)|];
                s.Listen(10);
                t.Listen(10);
        """,
        $"""
                {Create}
                {Create.Replace(" s ", " t ", StringComparison.Ordinal)}
                s.{Set}
                s.Bind(endPoint);
                t.{Set}
                t.Bind(endPoint);
                s.Listen(10);
                t.Listen(10);
        """);

    [Theory]
    [InlineData("SocketSetup")]
    [InlineData("SocketOptionLevel")]
    public Task Qualifies_names_that_mean_nothing_or_something_else(string namesake) => Verify.Fix(
        $$"""
        class {{namesake}} { public const int Socket = 1; }
        class Server
        {
            void Run(System.Net.IPEndPoint endPoint)
            {
                var s = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                [|s.Bind(endPoint)|];
                s.Listen(10);
            }
        }
        """,
        $$"""
        class {{namesake}} { public const int Socket = 1; }
        class Server
        {
            void Run(System.Net.IPEndPoint endPoint)
            {
                var s = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                s.SetSocketOption(global::System.Net.Sockets.SocketOptionLevel.Socket, global::System.Net.Sockets.SocketOptionName.ReuseAddress, true);
                s.Bind(endPoint);
                s.Listen(10);
            }
        }
        """).RunAsync(TestContext.Current.CancellationToken);

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
    [InlineData(Create, "try { [|s.Bind(any)|]; } catch (SocketException) { s.ExclusiveAddressUse = true; s.Bind(any); }")]
    [InlineData(Create, "[|(u ? s : s).Bind(any)|];")]
    [InlineData(Create, "if (u) [|s.Bind(any)|];")]
    [InlineData(Create, "System.Action bind = () => [|s.Bind(any)|]; bind();", false)]
    public Task Is_not_offered_where_it_could_do_harm(string create, string bind, bool isReported = true)
    {
        string statements = $"""
                {create}
                {(isReported ? bind : bind.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))}
                s.Listen(10);
        """;
        return Fix(statements, statements);
    }

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

    private static Task Fix(string statements, string fixedStatements) => Verify.Fix(Method(statements), Method(fixedStatements)).RunAsync(TestContext.Current.CancellationToken);

    private static string Method(string statements) => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server
        {
            Socket field;
            void Run(bool u, IPEndPoint endPoint, EndPoint any)
            {
        {{statements}}
            }
        }
        """;
}
