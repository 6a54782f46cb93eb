using RestartLab.Experiments;

namespace RestartLab.Reporting;

/// <summary>The report for people.</summary>
internal sealed class TablePrinter(TextWriter output, Palette palette)
{
    public void Print(Report report)
    {
        output.WriteLine(palette.Strong($"{report.Platform}"));
        PrintTables(report.Rows);
        PrintElsewhere(report);
        PrintVerdict(report);
    }

    /// <summary>Rows with the same columns stand in one table.</summary>
    private void PrintTables(IReadOnlyList<Row> rows)
    {
        foreach (IGrouping<string, Row> table in rows.GroupBy(row => string.Join(' ', row.Cells.Select(cell => cell.Name))))
        {
            output.WriteLine();
            PrintTable([.. table]);
        }
    }

    private void PrintTable(IReadOnlyList<Row> rows)
    {
        string[] header = ["row", .. rows[0].Cells.Select(cell => cell.Name)];
        int[] widths = [.. header.Select((name, column) => rows.Max(row => Math.Max(name.Length, TextOf(row, column).Length)))];
        output.WriteLine(palette.Strong(string.Join("  ", header.Select((name, column) => name.PadRight(widths[column]))).TrimEnd()));
        foreach (Row row in rows)
            output.WriteLine(string.Join("  ", widths.Select((width, column) => Colour(row, column, TextOf(row, column).PadRight(width)))).TrimEnd());
    }

    private static string TextOf(Row row, int column)
    {
        if (column == 0)
            return row.Id;
        Cell cell = row.Cells[column - 1];
        string detail = cell.Detail is null ? "" : $" ({cell.Detail})";
        return $"{cell.Seen}{detail}{(cell.Differs ? " !" : "")}";
    }

    private string Colour(Row row, int column, string text)
    {
        if (column == 0)
            return text;
        Cell cell = row.Cells[column - 1];
        return cell switch
        {
            { Differs: true } => palette.Bad(text),
            { Claim: null } => palette.Faint(text),
            { Seen: Answers.Restarts } => palette.Good(text),
            { Seen: Answers.InUse, Name: GridRow.Second } => palette.Good(text),
            { Seen: Answers.InUse } or { Seen: Answers.Shares } => palette.Warning(text),
            _ => text,
        };
    }

    private void PrintElsewhere(Report report)
    {
        output.WriteLine();
        output.WriteLine(palette.Strong("Not measured here:"));
        foreach (Claims.ClaimSet set in report.Elsewhere)
            output.WriteLine(palette.Faint($"  {set.Claims().Count()} cells claimed for {set.About} (source: {set.Source.Replace("*", "", StringComparison.Ordinal)})"));
    }

    private void PrintVerdict(Report report)
    {
        output.WriteLine();
        int unclaimed = report.Cells.Count(cell => cell is { Claim: null, Differs: false });
        string remainder = unclaimed == 0 ? "" : $" Nothing is claimed of {unclaimed} more.";
        if (report.Differing.Count == 0)
        {
            output.WriteLine(palette.Good($"All {report.Cells.Count - unclaimed} cells are as documented.") + remainder);
            return;
        }

        output.WriteLine(palette.Bad($"{report.Differing.Count} of {report.Cells.Count} cells are not as documented:") + remainder);
        foreach (Cell cell in report.Differing)
            output.WriteLine(cell.Claim is null ? $"  {cell.Id}: {cell.Seen}" : $"  {cell.Id}: {cell.Seen}, documented: {cell.Claim} ({cell.Source})");
    }
}
