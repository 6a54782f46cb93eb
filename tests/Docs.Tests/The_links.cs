using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

public sealed class The_links
{
    public static TheoryData<string> Pages => [.. Repository.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Of_every_page_lead_to_a_file_or_a_heading(string page) => Assert.Empty(Broken(MarkdownPage.Read(page)));

    [Theory]
    [InlineData("[a page](absent.md)")]
    [InlineData("![a picture](docs/images/absent.svg)")]
    [InlineData("[another case](readme.md)")]
    [InlineData("[no such heading](README.md#absent)")]
    [InlineData("[no such heading here](#absent)")]
    [InlineData("[no heading in a picture](docs/images/squiggle-and-fix.svg#here)")]
    [InlineData("[a site](https://example.org/)")]
    [InlineData("<https://example.org/>")]
    [InlineData("<img src=\"absent.svg\">")]
    [InlineData("[reference]: absent.md")]
    [InlineData("[nothing]()")]
    public void That_lead_nowhere_are_found(string text) => Assert.Single(Broken(new MarkdownPage("Page.md", "# Here\n\n" + text)));

    [Theory]
    [InlineData("[a page](README.md)")]
    [InlineData("[a folder](docs)")]
    [InlineData("[a heading](#a-code-heading)")]
    [InlineData("[its namesake](#a-code-heading-1)")]
    [InlineData("`[code](absent.md)`")]
    [InlineData("```\n[code](absent.md)\n```")]
    public void That_lead_somewhere_are_not(string text) =>
        Assert.Empty(Broken(new MarkdownPage("Page.md", "# A `code` heading!\n\n## A code heading\n\n" + text)));

    [Fact]
    public void Are_looked_for_in_every_folder() =>
        Assert.Superset(
            new HashSet<string> { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/rules/SOCK001.md", "samples/README.md", "src/Package/README.md" },
            Repository.Pages().ToHashSet());

    private static List<string> Broken(MarkdownPage page) => [.. page.Links.Where(link => !Resolves(page, link))];

    /// <summary>A link that leaves the tree cannot be followed here, so it counts as broken: name the source in words.</summary>
    private static bool Resolves(MarkdownPage page, string link)
    {
        string[] parts = link.Split('#', 2);
        if (link.Length == 0 || Regex.IsMatch(link, "^[A-Za-z][A-Za-z+.-]*:"))
            return false;
        string path = Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, Uri.UnescapeDataString(parts[0]));
        if (parts.Length == 1)
            return File.Exists(path) || Directory.Exists(path);
        MarkdownPage? target = parts[0].Length == 0 ? page : File.Exists(path) && path.EndsWith(".md", StringComparison.Ordinal) ? MarkdownPage.Read(Path.GetRelativePath(Repository.Root, path)) : null;
        return target is not null && target.Anchors.Contains(parts[1]);
    }
}
