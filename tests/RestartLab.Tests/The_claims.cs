using System.Text.Json;
using RestartLab;
using RestartLab.Claims;
using RestartLab.Reporting;

namespace SocketSetup.RestartLab.Tests;

public sealed class The_claims
{
    private static readonly Documentation Documentation = Documentation.ReadBuiltIn();

    [Fact]
    public void Are_those_of_the_file_in_the_repository() =>
        Assert.Equal(JsonSerializer.Serialize(Documentation.Parse(BuiltIn.Claims())), JsonSerializer.Serialize(Documentation));

    [Fact]
    public void Are_about_cells_that_exist()
    {
        HashSet<(string, string)> cells = [.. Options.AllExperiments().SelectMany(row => row.Cells, (row, cell) => (row.Id, cell))];

        Assert.All(Documentation.Claims.SelectMany(set => set.Claims()), claim => Assert.Contains((claim.Row, claim.Cell), cells));
    }

    [Fact]
    public void Have_a_source_each() => Assert.All(Documentation.Claims, set => Assert.Matches(@"\w", set.Source));

    /// <summary>No Windows and no macOS was measured.</summary>
    [Fact]
    public void Call_measured_only_what_is_about_Linux() =>
        Assert.All(Documentation.Claims.Where(set => set.Source.Contains("measured", StringComparison.Ordinal)), set => Assert.Equal("Linux", set.System));

    [Theory]
    [InlineData("10.0.12", "6.18.44", 0)]
    [InlineData("10.0.12", "6.1.0", 1)]
    public void Cover_every_cell_of_NET_10_on_Linux(string runtime, string kernel, int unclaimed)
    {
        IReadOnlyDictionary<(string, string), Claim> claims = Documentation.For(new Platform(".NET", new Version(runtime), "Linux", new Version(kernel)));

        Assert.Equal(unclaimed, Options.AllExperiments().SelectMany(row => row.Cells, (row, cell) => (row.Id, cell)).Count(cell => !claims.ContainsKey(cell)));
    }

    [Theory]
    [InlineData(".NET", "8.0.33", "Linux", "time-wait", "in use")]
    [InlineData(".NET", "3.0.1", "macOS", "time-wait", "in use")]
    [InlineData(".NET", "2.0.0", "Linux", "second", "in use")]
    [InlineData(".NET", "2.0.9", "Linux", "time-wait", "in use")]
    [InlineData(".NET", "2.1.0", "Linux", "time-wait", null)]
    [InlineData(".NET", "10.0.0", "Windows", "time-wait", "restarts")]
    [InlineData("Mono", "6.8", "Linux", "time-wait", "restarts")]
    [InlineData(".NET", "10.0.0", "FreeBSD", "time-wait", null)]
    public void Are_those_of_the_runtime_and_the_system(string runtime, string version, string system, string cell, string? answer)
    {
        Platform platform = new(runtime, new Version(version), system, new Version(10, 0));

        Assert.Equal(answer, Documentation.For(platform).GetValueOrDefault(("zero/none", cell))?.Answer);
    }

    [Fact]
    public void About_other_systems_are_not_measured_here()
    {
        Platform windows = new(".NET", new Version(10, 0), "Windows", new Version(10, 0));

        Assert.DoesNotContain(Documentation.Elsewhere(windows), set => set.System == "Windows");
        Assert.Equal(Documentation.Claims.Count - 1, Documentation.Elsewhere(windows).Count());
    }

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("{a,b}/c", "a/c b/c")]
    [InlineData("{a,b}/{c,d}", "a/c a/d b/c b/d")]
    [InlineData("{a", "{a")]
    public void Name_several_rows_with_braces(string pattern, string rows) => Assert.Equal(rows, string.Join(' ', Braces.Expand(pattern)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "claims": [ { "runtime": ".NET" } ] }""")]
    [InlineData("""{ "claims": null }""")]
    [InlineData("[")]
    public void Are_refused_where_they_are_incomplete(string text) => Assert.Throws<JsonException>(() => Documentation.Parse(text));
}
