using static SocketSetup.Analyzers.Tests.Fixes.Method;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>The repair of SOCK002: the statement moves with its comments.</summary>
public sealed class Moving_a_late_set_before_Bind
{
    [Fact]
    public Task Takes_its_comments_along() => Fix(
        $$"""
                {{Create}}
                // Bind.
                s.Bind(endPoint);

                // So that it can restart,
                // and soon.
                {|SOCK002:{{LateSet}}|}; // really
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                // So that it can restart,
                // and soon.
                {{LateSet}}; // really
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
                {{Create}} s.Bind(endPoint); {|SOCK002:{{LateSet}}|}; s.Listen(10);
        """,
        $$"""
                {{Create}} {{LateSet}}; s.Bind(endPoint); s.Listen(10);
        """);

    [Fact]
    public Task Moves_several_in_their_order_when_all_are_fixed_at_once()
    {
        const string exclusive = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, false)";
        var test = Verify.Fix(
             Of($$"""
                    {{Create}}
                    s.Bind(endPoint);
                    {|SOCK002:{{LateSet}}|};
                    {|SOCK002:{{exclusive}}|};
            """),
             // With the first moved, the second comes after a decision.
             Of($$"""
                    {{Create}}
                    {{LateSet}};
                    s.Bind(endPoint);
                    {{exclusive}};
            """));
        test.BatchFixedCode = Of($$"""
                    {{Create}}
                    {{LateSet}};
                    {{exclusive}};
                    s.Bind(endPoint);
            """);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Keeps_comments_of_several_lines_whole() => Fix(
        $$"""
                {{Create}}
                s.Bind(endPoint); /* bound
                   here */
                {|SOCK002:{{LateSet}}|}; /* set
                   late */
                s.Listen(10);
        """,
        $$"""
                {{Create}}
                {{LateSet}}; /* set
                   late */
                s.Bind(endPoint); /* bound
                   here */
                s.Listen(10);
        """);

    [Fact]
    public Task Leaves_a_directive_above_the_bind_alone() => Fix(
        $$"""
                {{Create}}
        #if true
                s.Bind(endPoint);
                {|SOCK002:{{LateSet}}|};
        #endif
        """,
        $$"""
                {{Create}}
        #if true
                {{LateSet}};
                s.Bind(endPoint);
        #endif
        """);
}
