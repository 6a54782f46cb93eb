namespace SocketSetup.Docs.Tests;

/// <summary>The page that explains the analysis shows the very protocol that the analysis runs on.</summary>
public sealed class The_protocol
{
    private const string Page = "docs/how-it-works.md";

    [Fact]
    public void Is_drawn_as_it_is()
    {
        CodeBlock shown = MarkdownPage.Read(Page).Blocks.Single(block => block.Language == "mermaid");
        IReadOnlyList<string> drawn = ProtocolDiagram.Draw();

        Assert.True(drawn.SequenceEqual(shown.Lines), $"The diagram in {Page} is not the protocol. This is:\n\n```mermaid\n{string.Join('\n', drawn)}\n```\n");
    }

    [Fact]
    public void Has_each_of_its_violations_explained()
    {
        Table table = MarkdownPage.Read(Page).Tables.Single(table => table.Rows[0][0] == "Violation");

        Assert.Equal(ProtocolDiagram.Violations, table.Rows.Skip(1).Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
    }
}
