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
        const string exclusive = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, false)";
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
    [InlineData("(flag) = s.IsBound; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, flag)|};")]
    [InlineData("{|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, s.IsBound)|};")]
    [InlineData("s.Listen(1); {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, Flag)|};")]
    [InlineData("s.Listen(1); {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, bytes)|};")]
    [InlineData("s.Listen(1); {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, captured)|};")]
    [InlineData("int i = 1; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, i++)|};")]
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

    [Theory]
    [InlineData("{|SOCK002:" + Set + "|}; {|SOCK002:s.ExclusiveAddressUse = true|};")]
    [InlineData("{|SOCK002:" + Set + "|}; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, flag)|};")]
    public Task Offers_nothing_where_two_late_sets_contradict_each_other(string late)
    {
        string statements = $$"""
                {{Create}}
                s.Bind(endPoint);
                {{late}}
        """;
        return Fix(statements, statements);
    }

    [Fact]
    public Task Tests_the_family_where_it_is_not_known() => Fix(
        $$"""
                EndPoint any = endPoint;
                var s = new Socket(any.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                s.Bind(any);
                if (any is IPEndPoint) {|SOCK002:{{Set}}|};
        """,
        $$"""
                EndPoint any = endPoint;
                var s = new Socket(any.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                if (s.AddressFamily != AddressFamily.Unix) {{Set}};
                s.Bind(any);
                if (any is IPEndPoint) {{Set}};
        """);

    [Fact]
    public Task Keeps_comments_of_several_lines_whole() => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint); /* bound
                   here */
                {|SOCK002:{{Set}}|}; /* set
                   late */
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                {{Set}}; /* set
                   late */
                s.Bind(endPoint); /* bound
                   here */
                s.Listen(10);
        """);

    [Fact]
    public Task Adds_an_early_set_where_a_comment_would_be_parted_from_it() => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint); {|SOCK002:{{Set}}|}; // both
        """,
        $$"""
                {{Create}}
                {{Set}};
                s.Bind(endPoint); {{Set}}; // both
        """);

    [Fact]
    public Task Leaves_a_directive_above_the_bind_alone() => Fix(
        $$"""
                {{Create}}
        #if true
                s.Bind(endPoint);
                {|SOCK002:{{Set}}|};
        #endif
        """,
        $$"""
                {{Create}}
        #if true
                {{Set}};
                s.Bind(endPoint);
        #endif
        """);

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
            static bool Flag { get; set; }
            void Run(bool flag, IPEndPoint endPoint, byte[] bytes, bool captured)
            {
                System.Action change = () => captured = true;
        {{statements}}
            }
        }
        """;
}
