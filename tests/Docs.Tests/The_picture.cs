using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocketSetup.Docs.Tests;

/// <summary>What the first screen shows is what the tool does.</summary>
public sealed class The_picture
{
    private const string Picture = "docs/images/squiggle-and-fix.svg";

    [Fact]
    public async Task Has_the_message_and_the_title_of_the_fix()
    {
        EchoServerBefore sample = await EchoServerBefore.AnalyzeAsync();

        Assert.Contains($" SOCK001: {sample.Message} {sample.Title} ", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_the_reported_code_and_the_line_that_the_fix_inserts()
    {
        EchoServerBefore sample = await EchoServerBefore.AnalyzeAsync();
        string inserted = Assert.Single(sample.Fixed.Split('\n').Except(sample.Source.Split('\n')));
        int number = 1 + Array.IndexOf(sample.Fixed.Split('\n'), inserted);

        Assert.Contains($" {number} {sample.Reported}; SOCK001", Text(), StringComparison.Ordinal);
        Assert.Contains($" {number} + {inserted.Trim()} {number + 1} {sample.Reported};", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stands_on_the_first_screen_of_the_README() =>
        Assert.Contains($"]({Picture})", string.Join('\n', Repository.Read("README.md").Split('\n').Take(20)), StringComparison.Ordinal);

    [Fact]
    public async Task And_the_diff_below_it_are_what_the_fix_writes()
    {
        EchoServerBefore sample = await EchoServerBefore.AnalyzeAsync();
        CodeBlock diff = MarkdownPage.Read("README.md").Blocks.Single(block => block.Language == "diff");

        Assert.Contains(Side('-'), sample.Source, StringComparison.Ordinal);
        Assert.Contains(Side('+'), sample.Fixed, StringComparison.Ordinal);
        Assert.NotEqual(Side('-'), Side('+'));

        string Side(char sign) => string.Join('\n', diff.Lines.Where(line => line[0] == ' ' || line[0] == sign).Select(line => line[1..]));
    }

    /// <summary>One element of text after the other, with no more white space than there is between words.</summary>
    private static string Text()
    {
        XDocument picture = XDocument.Parse(Repository.Read(Picture));
        return Regex.Replace(string.Join(' ', picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)), @"\s+", " ");
    }
}
