using RestartLab;
using RestartLab.Claims;
using RestartLab.Reporting;
using SocketSetup.Pictures;

namespace SocketSetup.Docs.Tests;

/// <summary>
/// What the pages call measured by the lab is what the lab saw, and what it saw is what is claimed. The lab's own tests
/// show that it still sees so.
/// </summary>
public sealed class The_measured_tables
{
    private static readonly Recording Recording = Recording.Read(Repository.Root);

    private static IEnumerable<MeasuredTable> Tables => Repository.Pages().SelectMany(MeasuredTable.In);

    public static TheoryData<string, string> Markers => [.. Tables.Select(table => (table.Page, table.Pattern))];

    [Theory]
    [MemberData(nameof(Markers))]
    public void Are_written_by_the_lab(string page, string pattern)
    {
        MeasuredTable table = MeasuredTable.In(page).Single(table => table.Pattern == pattern);
        IReadOnlyList<string> lines = table.Write(Recording);

        Assert.True(lines.SequenceEqual(table.Lines), $"The table in {page} is not what was measured. This is:\n\n<!-- measured: {pattern} -->\n{string.Join('\n', lines)}\n<!-- end -->\n");
    }

    [Fact]
    public void Show_every_row() =>
        Assert.Empty(Recording.Rows.Select(row => row.Id).Except(Tables.Where(table => table.Page == "docs/address-reuse.md").SelectMany(table => Recording.Pick(table.Pattern)).Select(row => row.Id)));

    [Fact]
    public void Stand_between_markers_that_are_understood() =>
        Assert.All(Repository.Pages(), page => Assert.Equal(MeasuredTable.In(page).Count(), Repository.Read(page).Split('\n').Count(line => line.StartsWith("<!-- measured", StringComparison.Ordinal))));

    [Fact]
    public void Were_recorded_by_this_very_lab() =>
        Assert.Equal(
            Options.AllExperiments().Select(row => $"{row.Id} {row.Title} {string.Join(' ', row.Cells)}"),
            Recording.Rows.Select(row => $"{row.Id} {row.Title} {string.Join(' ', row.Cells.Select(cell => cell.Name))}"));

    [Fact]
    public void Agree_with_the_claims()
    {
        Version runtime = new(Recording.Runtime.Split(' ')[1]);
        Version kernel = new(Recording.System.Split(' ')[1]);
        IReadOnlyDictionary<(string Row, string Cell), Claim> claims = Documentation.ReadBuiltIn().For(new Platform(".NET", runtime, "Linux", kernel));

        Assert.True(Recording.AsDocumented);
        Assert.Equal(10, runtime.Major);
        Assert.All(Recording.Rows, row => Assert.All(row.Cells, cell => Assert.Equal(claims[(row.Id, cell.Name)].Answer, cell.Seen)));
    }

    [Fact]
    public void Name_the_runtime_and_the_kernel_of_the_recording()
    {
        string kernel = string.Join('.', Recording.System.Split(' ')[1].Split('.').Take(2));
        Assert.Contains($"it saw on {Recording.Runtime} and Linux {kernel};", Repository.Read("docs/address-reuse.md"), StringComparison.Ordinal);
    }
}
