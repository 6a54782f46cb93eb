using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>Questions about the tool, kept apart from those about sockets.</summary>
public sealed class The_FAQ
{
    private const string Page = "docs/faq.md";
    private const string AboutSockets = "docs/questions.md";

    public static TheoryData<string> Questions => [.. Sections(Page).Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Answers_each_question_and_leads_to_what_shows_it(string question)
    {
        Assert.EndsWith("?", question, StringComparison.Ordinal);
        Assert.NotEmpty(new MarkdownPage(Page, Sections(Page)[question]).Links);
    }

    [Fact]
    public void Shares_no_question_with_the_page_about_sockets() =>
        Assert.Empty(Sections(Page).Keys.Intersect(Sections(AboutSockets).Keys, StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void And_that_page_lead_to_each_other()
    {
        Assert.Contains("questions.md", MarkdownPage.Read(Page).Links);
        Assert.Contains("faq.md", MarkdownPage.Read(AboutSockets).Links);
    }

    private static Dictionary<string, string> Sections(string page) =>
        Regex.Split(Repository.Read(page), "^## ", RegexOptions.Multiline).Skip(1).ToDictionary(section => section.Split('\n')[0], section => section);
}
