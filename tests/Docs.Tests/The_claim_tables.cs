using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>Every row that claims something about a system says where that comes from.</summary>
public sealed partial class The_claim_tables
{
    private const string Measured = "*measured*";

    private static readonly string[] TruthPages = ["docs/address-reuse.md", "docs/questions.md", "docs/containers-and-ci.md"];

    /// <summary>All tables of the pages that tell how systems behave, and whatever else in the guides looks like one.</summary>
    private static IEnumerable<(string Page, Table Table)> Tables =>
        Repository.Guides().SelectMany(page => MarkdownPage.Read(page).Tables.Select(table => (page, table))).Where(found => TruthPages.Contains(found.page) || IsClaim(found.table));

    public static TheoryData<string> Rows => [.. Tables.SelectMany(found => found.Table.Rows.Skip(1)).Select(row => string.Join(" | ", row)).Distinct()];

    [Fact]
    public void End_in_a_column_of_sources() => Assert.All(Tables, found => Assert.Equal("Source", found.Table.Rows[0][^1]));

    [Fact]
    public void Have_a_cell_for_every_column() =>
        Assert.All(Tables, found => Assert.All(found.Table.Rows, row => Assert.Equal(found.Table.Rows[0].Count, row.Count)));

    [Fact]
    public void Are_on_each_page_of_truths() => Assert.All(TruthPages, page => Assert.Contains(Tables, found => found.Page == page));

    [Theory]
    [InlineData("| Runtime | Restart |\n|---|---|\n| .NET | works |")]
    [InlineData("| Option | What follows on Linux |\n|---|---|\n| true | a second instance starts |")]
    [InlineData("| Case | On Windows |\n|---|---|\n| true | shares the port |")]
    [InlineData("| Option | Restart |\n|---|---|\n| none | works |")]
    public void Are_found_where_they_have_no_source(string text)
    {
        Table table = Assert.Single(new MarkdownPage("Page.md", text).Tables);

        Assert.True(IsClaim(table));
        Assert.NotEqual("Source", table.Rows[0][^1]);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Name_the_source_of_each_row(string row) => Assert.Matches(@"\w", row.Split('|')[^1]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Do_not_call_measured_what_was_not(string row)
    {
        string[] cells = row.Split('|');
        string claim = string.Join('|', cells[..^1]);
        bool isElsewhere = claim.Contains("Windows", StringComparison.Ordinal) || claim.Contains("macOS", StringComparison.Ordinal);
        Assert.False(isElsewhere && cells[^1].Trim() == Measured, row);
    }

    private static bool IsClaim(Table table) => table.Rows[0].Any(header => OfAClaim().IsMatch(header));

    [GeneratedRegex(@"\b(runtime|system|linux|macos|windows|claim|restart|second instance|what follows|what happens)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAClaim();
}
