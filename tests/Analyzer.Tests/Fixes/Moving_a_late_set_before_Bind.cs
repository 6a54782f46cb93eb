namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>The repair of SOCK002: the statement moves with its comments, or an early set is added.</summary>
public sealed class Moving_a_late_set_before_Bind
{
    private const string Set = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    private const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    [Fact]
    public Task Takes_its_comments_along() => Fix(
        $$"""
                {{Create}}
                // Bind.
                s.Bind(endPoint);

                // So that it can restart,
                // and soon.
                {|SOCK002:{{Set}}|}; // really
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                // So that it can restart,
                // and soon.
                {{Set}}; // really
                // Bind.
                s.Bind(endPoint);

                s.Listen(10);
        """);

    [Theory]
    [InlineData("s.ExclusiveAddressUse = true")]
    [InlineData("s.ExclusiveAddressUse = flag")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, flag)")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, 1)")]
    public Task Moves_whatever_is_set(string set) => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint);
                s.Listen(10);
                {|SOCK002:{{set}}|};
        """,
        $$"""
                {{Create}}
                {{set}};
                s.Bind(endPoint);
                s.Listen(10);
        """);

    [Fact]
    public Task Moves_within_one_line() => Fix(
        $$"""
                {{Create}} s.Bind(endPoint); {|SOCK002:{{Set}}|}; s.Listen(10);
        """,
        $$"""
                {{Create}} {{Set}}; s.Bind(endPoint); s.Listen(10);
        """);

    [Fact]
    public Task Moves_several_in_their_order_when_all_are_fixed_at_once()
    {
        const string exclusive = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, flag)";
        var test = Verify.Fix(
            Method($$"""
                    {{Create}}
                    s.Bind(endPoint);
                    {|SOCK002:{{Set}}|};
                    {|SOCK002:{{exclusive}}|};
            """),
            // With the first moved, the second comes after a decision.
            Method($$"""
                    {{Create}}
                    {{Set}};
                    s.Bind(endPoint);
                    {{exclusive}};
            """));
        test.BatchFixedCode = Method($$"""
                    {{Create}}
                    {{Set}};
                    {{exclusive}};
                    s.Bind(endPoint);
            """);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("if (flag) {|SOCK002:" + Set + "|};")]
    [InlineData("for (int i = 0; i < 2; i++) { {|SOCK002:" + Set + "|}; }")]
    [InlineData("if (flag) return; {|SOCK002:" + Set + "|};")]
    [InlineData("if (flag) throw null; {|SOCK002:" + Set + "|};")]
    [InlineData("bool late = s.IsBound; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, late)|};")]
    [InlineData("flag = s.IsBound; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, flag)|};")]
    [InlineData("{|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, Ask())|};")]
    [InlineData("int.TryParse(\"1\", out int number); {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, number)|};")]
    [InlineData("var t = s; {|SOCK002:t.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)|};")]
    public Task Adds_an_early_set_where_moving_would_change_more(string late) => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint);
                {{late}}
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                {{Set}};
                s.Bind(endPoint);
                {{late.Replace("{|SOCK002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}}
                s.Listen(10);
        """);

    [Theory]
    [InlineData("if (flag) {|SOCK002:s.ExclusiveAddressUse = true|};")]
    [InlineData("if (flag) {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)|};")]
    [InlineData("flag = s.IsBound; {|SOCK002:s.ExclusiveAddressUse = flag|};")]
    public Task Offers_nothing_where_an_early_set_would_not_help(string late)
    {
        string statements = $$"""
                {{Create}}
                s.Bind(endPoint);
                {{late}}
        """;
        return Fix(statements, statements);
    }

    [Fact]
    public Task Adds_an_early_set_before_each_of_two_binds() => Fix(
        $$"""
                {{Create}}
                if (flag)
                {
                    s.Bind(endPoint);
                }
                else
                {
                    s.Bind(new IPEndPoint(IPAddress.Any, 80));
                }
                {|SOCK002:{{Set}}|};
        """,
        $$"""
                {{Create}}
                if (flag)
                {
                    {{Set}};
                    s.Bind(endPoint);
                }
                else
                {
                    {{Set}};
                    s.Bind(new IPEndPoint(IPAddress.Any, 80));
                }
                {{Set}};
        """);

    private static Task Fix(string statements, string fixedStatements) => Verify.Fix(Method(statements), Method(fixedStatements)).RunAsync(TestContext.Current.CancellationToken);

    private static string Method(string statements) => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server
        {
            static bool Ask() => true;
            void Run(bool flag, IPEndPoint endPoint)
            {
        {{statements}}
            }
        }
        """;
}
