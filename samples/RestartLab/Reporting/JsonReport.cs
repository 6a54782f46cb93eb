using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestartLab.Reporting;

/// <summary>The report for programs. Its form is <c>restart-lab.schema.json</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Report report) => JsonSerializer.Serialize(
        new
        {
            Runtime = $"{report.Platform.Runtime} {report.Platform.RuntimeVersion}",
            System = $"{report.Platform.System} {report.Platform.SystemVersion.ToString(3)}",
            AsDocumented = report.Differing.Count == 0,
            Rows = report.Rows.Select(row => new
            {
                row.Id,
                row.Title,
                Cells = row.Cells.Select(cell => new { cell.Name, cell.Seen, cell.Detail, cell.Claim, cell.Source }),
            }),
            Differing = report.Differing.Select(cell => cell.Id),
            NotMeasuredHere = report.Elsewhere.Select(set => new
            {
                set.About,
                set.Source,
                Rows = set.Claims().Select(claim => claim.Row).Distinct(),
            }),
        },
        Format).ReplaceLineEndings("\n") + "\n";
}
