using System.IO.Enumeration;
using System.Text.RegularExpressions;
using RestartLab;

namespace SocketSetup.Docs.Tests;

/// <summary>No answer without its source, and no row of the lab that does not exist.</summary>
public sealed partial class The_questions
{
    private const string Page = "docs/questions.md";

    public static TheoryData<string> Questions => [.. Sections().Keys];

    [Fact]
    public void Are_those_that_learners_ask() => Assert.Equal(12, Sections().Count);

    [Theory]
    [MemberData(nameof(Questions))]
    public void End_in_their_source(string question) => Assert.StartsWith("Source: ", Sections()[question].TrimEnd().Split('\n')[^1], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Questions))]
    public void Name_rows_that_the_lab_has(string question)
    {
        string source = Sections()[question].TrimEnd().Split('\n')[^1];
        if (!source.Contains("*measured*, row", StringComparison.Ordinal))
            return;
        string[] rows = [.. RowName().Matches(source).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(Options.AllExperiments(), known => FileSystemName.MatchesSimpleExpression(row, known.Id, ignoreCase: false)));
    }

    private static Dictionary<string, string> Sections() =>
        Heading().Split(Repository.Read(Page)).Skip(1).ToDictionary(section => section.Split('\n')[0], section => section);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("`([a-z*-]+/[a-z0-9*-]+)`")]
    private static partial Regex RowName();
}
