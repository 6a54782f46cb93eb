using static SocketSetup.Analyzers.Tests.Fixes.Method;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>The repair of SOCK001: one inserted line, and everything else as it was.</summary>
public sealed class Setting_ReuseAddress_before_Bind
{
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
}
