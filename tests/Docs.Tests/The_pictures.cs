using System.Globalization;
using System.Xml.Linq;
using SocketSetup.Pictures;

namespace SocketSetup.Docs.Tests;

/// <summary>What they show is what the tool does: they are drawn again, and have to come out the same.</summary>
public sealed class The_pictures
{
    private const string FirstScreen = "docs/images/squiggle-and-fix.svg";

    public static TheoryData<string> Paths => [.. Directory.GetFiles(Repository.PathOf("docs/images")).Select(file => $"docs/images/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Are_drawn_from_what_the_tool_does()
    {
        foreach (Picture picture in await Gallery.DrawAsync(Repository.Root, TestContext.Current.CancellationToken))
            Assert.True(picture.Svg == Repository.Read(picture.Path), $"{picture.Path} is not what the tool does any more. This draws it again: {Gallery.Command}");
    }

    /// <summary>The one of a restart is drawn by hand, and has a test of its own.</summary>
    [Fact]
    public async Task Are_all_drawn_save_one() =>
        Assert.Equal(
            Paths.Select(path => path.Data),
            (await Gallery.DrawAsync(Repository.Root, TestContext.Current.CancellationToken)).Select(picture => picture.Path).Append("docs/images/restart.svg").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Stand_on_a_page_and_say_what_they_show(string path)
    {
        XElement picture = XDocument.Parse(Repository.Read(path)).Root!;

        Assert.Contains(Repository.Pages(), page => Repository.Read(page).Contains($"images/{Path.GetFileName(path)})", StringComparison.Ordinal));
        Assert.NotEqual("", picture.Elements().First(element => element.Name.LocalName == "title").Value);
    }

    [Theory]
    [InlineData("docs/images/lightbulb.svg")]
    [InlineData("docs/images/restart-lab.svg")]
    [InlineData(FirstScreen)]
    public void Have_no_text_that_runs_out_of_them(string path)
    {
        XElement picture = XDocument.Parse(Repository.Read(path)).Root!;

        Assert.All(picture.Elements().Where(element => element.Name.LocalName == "text"), text =>
            Assert.InRange(Number(text, "x") + Number(text, "textLength"), 0, Number(picture, "width")));

        static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Show_the_message_and_every_title_of_the_lightbulb_in_its_order()
    {
        AnalyzedCode guide = await AnalyzedCode.GettingStartedAsync(Repository.Root, TestContext.Current.CancellationToken);
        string[] lines = [.. XDocument.Parse(Repository.Read("docs/images/lightbulb.svg")).Root!.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

        string[] titles = [.. guide.Of("SOCK001").Offers.Select(offer => offer.Title), "Suppress or configure issues"];
        Assert.Equal(titles, lines.Intersect(titles));
        Assert.Equal(4, titles.Length);
    }

    [Fact]
    public void Begin_on_the_first_screen_of_the_README() =>
        Assert.Contains($"]({FirstScreen})", string.Join('\n', Repository.Read("README.md").Split('\n').Take(20)), StringComparison.Ordinal);

    [Fact]
    public async Task And_the_diff_below_the_first_are_what_the_fix_writes()
    {
        AnalyzedCode sample = await AnalyzedCode.EchoServerAsync(Repository.Root, TestContext.Current.CancellationToken);
        CodeBlock diff = MarkdownPage.Read("README.md").Blocks.Single(block => block.Language == "diff");

        Assert.Contains(Side('-'), sample.Code.Text.ToString(), StringComparison.Ordinal);
        Assert.Contains(Side('+'), sample.Of("SOCK001").Offers[0].Fixed.Text.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(Side('-'), Side('+'));

        string Side(char sign) => string.Join('\n', diff.Lines.Where(line => line[0] == ' ' || line[0] == sign).Select(line => line[1..]));
    }
}
