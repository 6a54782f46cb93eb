using RestartLab.Claims;

namespace RestartLab.Reporting;

/// <summary>All that one run has to say.</summary>
internal sealed record Report(Platform Platform, IReadOnlyList<Row> Rows, IReadOnlyList<ClaimSet> Elsewhere)
{
    public IReadOnlyList<Cell> Cells => [.. Rows.SelectMany(row => row.Cells)];

    public IReadOnlyList<Cell> Differing => [.. Cells.Where(cell => cell.Differs)];
}
