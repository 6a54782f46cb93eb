using static SocketSetup.Analyzers.Tests.Fixes.Method;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Where moving would change more, an early set is added; where that would not help, nothing is offered.</summary>
public sealed class A_late_set_that_cannot_move
{
    [Theory]
    [InlineData("if (flag) {|SOCK002:" + LateSet + "|};")]
    [InlineData("for (int i = 0; i < 2; i++) { {|SOCK002:" + LateSet + "|}; }")]
    [InlineData("if (flag) return; {|SOCK002:" + LateSet + "|};")]
    [InlineData("if (flag) throw null; {|SOCK002:" + LateSet + "|};")]
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
    [InlineData("{|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, field.IsBound)|};")]
    [InlineData("var t = s; {|SOCK002:t.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)|};")]
    public Task Adds_an_early_set_where_moving_would_change_more(string late) => IsSaidEarly(late, LateSet + ";");

    [Theory]
    [InlineData("if (System.OperatingSystem.IsLinux()) { {|SOCK002:" + LateSet + "|}; }")]
    [InlineData("if (!System.OperatingSystem.IsWindows()) {|SOCK002:" + LateSet + "|};")]
    [InlineData("if (System.OperatingSystem.IsWindows()) return; {|SOCK002:" + LateSet + "|};")]
    public Task Is_said_early_only_where_it_is_made(string late) => IsSaidEarly(late, "if (!global::System.OperatingSystem.IsWindows()) " + LateSet + ";");

    [Theory]
    [InlineData("if (System.OperatingSystem.IsWindows()) {|SOCK002:" + LateSet + "|};")]
    [InlineData("if (flag) {|SOCK002:s.ExclusiveAddressUse = true|};")]
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
    [InlineData("{|SOCK002:" + LateSet + "|}; {|SOCK002:s.ExclusiveAddressUse = true|};")]
    [InlineData("{|SOCK002:" + LateSet + "|}; {|SOCK002:s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, flag)|};")]
    public Task Offers_nothing_where_two_late_sets_contradict_each_other(string late)
    {
        string statements = $$"""
                {{Create}}
                s.Bind(endPoint);
                {{late}}
        """;
        return Fix(statements, statements);
    }

    /// <summary>The parameter of a primary constructor, which the oldest compiler does not know.</summary>
    [Fact]
    public async Task Adds_an_early_set_where_another_member_may_change_the_value()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild(), "using System.Net;\nusing System.Net.Sockets;\nclass Server(bool reuse)\n{\n\tvoid Load() => reuse = true;\n\tvoid Run(IPEndPoint e)\n\t{\n\t\t" + Create
            + "\n\t\ts.Bind(e);\n\t\tLoad();\n\t\ts.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, reuse);\n\t\ts.Listen(1);\n\t}\n}\n");
        Assert.Equal(Compiler.IsFloor, (await run.CompilerErrorsAsync()).Count > 0);
        if (Compiler.IsFloor)
            return;
        Assert.True(await run.FixAllAsync("SOCK002.repair"));
        Assert.Contains("\t\t" + LateSet + ";\n\t\ts.Bind(e);\n\t\tLoad();\n", await run.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Tests_the_family_where_it_is_not_known() => Fix(
        $$"""
                var s = new Socket(any.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                s.Bind(any);
                if (any is IPEndPoint) {|SOCK002:{{LateSet}}|};
        """,
        $$"""
                var s = new Socket(any.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                if (s.AddressFamily != AddressFamily.Unix) {{LateSet}};
                s.Bind(any);
                if (any is IPEndPoint) {{LateSet}};
        """);

    [Fact]
    public Task Adds_an_early_set_where_a_comment_would_be_parted_from_it() => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint); {|SOCK002:{{LateSet}}|}; // both
        """,
        $$"""
                {{Create}}
                {{LateSet}};
                s.Bind(endPoint); {{LateSet}}; // both
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
                {|SOCK002:{{LateSet}}|};
        """,
        $$"""
                {{Create}}
                if (flag)
                {
                    {{LateSet}};
                    s.Bind(endPoint);
                }
                else
                {
                    {{LateSet}};
                    s.Bind(new IPEndPoint(IPAddress.Any, 80));
                }
                {{LateSet}};
        """);

    private static Task IsSaidEarly(string late, string early) => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint);
                {{late}}
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                {{early}}
                s.Bind(endPoint);
                {{late.Replace("{|SOCK002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}}
                s.Listen(10);
        """);
}
