namespace SocketSetup.Docs.Tests;

/// <summary>Who meets the package in a feed reads of the same rules as who reads the README.</summary>
public sealed class The_readme_of_the_package
{
    [Fact]
    public void Has_every_rule_with_its_title_and_its_fix() =>
        Assert.Equal(
            Rows("README.md").Select(row => $"{row[0].Trim('[').Split(']')[0]}: {row[1]}, {row[^1]}"),
            Rows("src/Package/README.md").Select(row => $"{row[0]}: {row[1]}, {row[^1]}"));

    private static IEnumerable<IReadOnlyList<string>> Rows(string page) => MarkdownPage.Read(page).Tables[0].Rows.Skip(1);
}
