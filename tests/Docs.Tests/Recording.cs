using System.IO.Enumeration;
using System.Text.Json;
using RestartLab.Claims;

namespace SocketSetup.Docs.Tests;

/// <summary>What the restart lab saw when it was recorded for the pages.</summary>
internal sealed record Recording(string Runtime, string System, bool AsDocumented, IReadOnlyList<RecordedRow> Rows)
{
    public const string File = "docs/measured/net10-linux.json";

    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Recording Read() => JsonSerializer.Deserialize<Recording>(Repository.Read(File), Format)!;

    public RecordedRow Row(string id) => Rows.Single(row => row.Id == id);

    /// <summary>The rows that a pattern picks, as <c>--only</c> does.</summary>
    public IReadOnlyList<RecordedRow> Pick(string pattern) =>
        [.. Rows.Where(row => Braces.Expand(pattern).Any(alternative => FileSystemName.MatchesSimpleExpression(alternative, row.Id, ignoreCase: false)))];
}

/// <summary>One row of the recording.</summary>
internal sealed record RecordedRow(string Id, string Title, IReadOnlyList<RecordedCell> Cells)
{
    public string Group => Id.Split('/')[0];

    public string Name => Id.Split('/')[1];

    public string Seen(string cell) => Cells.Single(candidate => candidate.Name == cell).Seen;
}

/// <summary>One cell of the recording.</summary>
internal sealed record RecordedCell(string Name, string Seen, string? Detail, string? Claim, string? Source);
