using System.Xml.Linq;

namespace SocketSetup.Docs.Tests;

public sealed class The_pages_of_the_rules
{
    private static readonly string[] Sections = ["Cause", "What happens", "Example", "Fix", "When to suppress", "Settings", "Sources"];

    public static TheoryData<string> Pages => [.. Repository.Pages().Where(page => page.StartsWith("docs/rules/SOCK", StringComparison.Ordinal))];

    public static TheoryData<string> Titles =>
        [.. XDocument.Parse(Repository.Read("src/CodeFixes/Resources.resx")).Descendants("data").Select(entry => entry.Element("value")!.Value)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Have_the_same_sections(string page) =>
        Assert.Equal(Sections, Repository.Read(page).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));

    [Theory]
    [MemberData(nameof(Titles))]
    public void Quote_what_the_lightbulb_offers(string title) =>
        Assert.Contains(Pages, page => Repository.Read(page.Data).Contains($"*{title}*", StringComparison.Ordinal));
}
