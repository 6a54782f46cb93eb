using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>The two READMEs say the same in the same order, as far as a test can tell.</summary>
public sealed partial class The_README_in_Chinese
{
    private static readonly MarkdownPage English = MarkdownPage.Read("README.md");
    private static readonly MarkdownPage Chinese = MarkdownPage.Read("README.zh-Hans.md");

    [Fact]
    public void Has_the_same_code_and_commands() =>
        Assert.Equal(English.Blocks.Select(block => (block.Language, string.Join('\n', block.Lines))), Chinese.Blocks.Select(block => (block.Language, string.Join('\n', block.Lines))));

    [Fact]
    public void Has_the_same_headings_lists_and_tables() => Assert.Equal(Shape("README.md"), Shape("README.zh-Hans.md"));

    [Fact]
    public void Leads_to_the_same_pages() => Assert.Equal(Pages(English), Pages(Chinese));

    [Fact]
    public void Uses_the_titles_that_the_messages_use()
    {
        string resources = Repository.Read("src/Analyzer/Rules/Resources.zh-Hans.resx");

        Assert.All(Chinese.Tables[0].Rows.Skip(1), row =>
            Assert.Contains($"Title\"><value>{row[1]}</value>", resources, StringComparison.Ordinal));
    }

    /// <summary>The first characters of each line that has a form.</summary>
    private static IEnumerable<string> Shape(string page) =>
        Repository.Read(page).Split('\n').Select(line => Form().Match(line).Value).Where(form => form.Length > 0);

    /// <summary>A link to the other language, or to a heading of the page itself, is each page's own.</summary>
    private static IEnumerable<string> Pages(MarkdownPage page) => page.Links.Where(link => !link.StartsWith('#') && !link.StartsWith("README", StringComparison.Ordinal));

    [GeneratedRegex(@"^(#+ |- |\|(?= )|!\[)")]
    private static partial Regex Form();
}
