namespace SocketSetup.Docs.Tests;

/// <summary>Every row of the truth page says where it comes from.</summary>
public sealed class The_claim_tables
{
    private const string Page = "docs/address-reuse.md";
    private const string Measured = "*measured*";

    public static TheoryData<string> Rows => [.. MarkdownPage.Read(Page).Tables.SelectMany(table => table.Rows.Skip(1)).Select(row => string.Join(" | ", row))];

    [Fact]
    public void End_in_a_column_of_sources() => Assert.All(MarkdownPage.Read(Page).Tables, table => Assert.Equal("Source", table.Rows[0][^1]));

    [Fact]
    public void Have_a_cell_for_every_column() =>
        Assert.All(MarkdownPage.Read(Page).Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Rows[0].Count, row.Count)));

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
}
