using System.Text.RegularExpressions;
using RestartLab.Experiments;
using SocketSetup.Pictures;

namespace SocketSetup.Docs.Tests;

/// <summary>A table of a page that is written by the lab: the rows that the comment above it picks.</summary>
internal sealed partial record MeasuredTable(string Page, string Pattern, IReadOnlyList<string> Lines)
{
    public static IEnumerable<MeasuredTable> In(string page) =>
        Block().Matches(Repository.Read(page)).Select(match => new MeasuredTable(page, match.Groups["pattern"].Value, match.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>What the lines have to be.</summary>
    public IReadOnlyList<string> Write(Recording recording)
    {
        IReadOnlyList<RecordedRow> rows = recording.Pick(Pattern);
        return rows[0].Cells.Count == 1 ? WriteAnswers(rows) : WriteGrid(rows);
    }

    private static IReadOnlyList<string> WriteAnswers(IReadOnlyList<RecordedRow> rows) =>
    [
        "| Situation | What happens | Source |",
        "|---|---|---|",
        .. rows.Select(row => $"| {row.Title} | {Describe(row.Cells[0])} | *measured*, row `{row.Id}` |"),
    ];

    /// <summary>One line for each remedy; the set-ups have to agree, or the table would not be true of all of them.</summary>
    private static IReadOnlyList<string> WriteGrid(IReadOnlyList<RecordedRow> rows)
    {
        string[] groups = [.. rows.Select(row => row.Group).Distinct()];
        string prefix = groups.Length == 1 ? groups[0] : $"{{{string.Join(',', groups)}}}";
        return
        [
            "| What the program sets | before Bind | after Listen | restart over TIME_WAIT | over FIN_WAIT2 | over ESTABLISHED | second instance | Source |",
            "|---|---|---|---|---|---|---|---|",
            .. rows.GroupBy(row => row.Name).Select(alike => $"| {alike.First().Remedy} | {Agreed(alike)} | *measured*, rows `{prefix}/{alike.Key}` |"),
        ];
    }

    private static string Agreed(IEnumerable<RecordedRow> rows) =>
        Assert.Single(rows.Select(row => string.Join(" | ", row.Cells.Select(cell => Emphasise(cell)))).Distinct());

    private static string Emphasise(RecordedCell cell) =>
        cell.Seen is Answers.InUse && cell.Name != GridRow.Second || cell.Seen is Answers.Shares ? $"**{cell.Seen}**" : cell.Seen;

    private static string Describe(RecordedCell cell) => cell.Detail is null ? cell.Seen : $"{cell.Seen}: {cell.Detail} connections";

    [GeneratedRegex(@"^<!-- measured: (?<pattern>\S+) -->\n(?<lines>(\|.*\n)*)<!-- end -->$", RegexOptions.Multiline)]
    private static partial Regex Block();
}
