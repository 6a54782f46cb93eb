using static SocketSetup.Analyzers.Tests.Fixes.Method;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Comments, directives and neighbours stay what they are to it when the option is set before.</summary>
public sealed class What_stands_around_Bind
{
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
}
