using System.Text.Json;

namespace SocketSetup.Pictures;

/// <summary>What the restart lab saw when it was recorded for the pages.</summary>
internal sealed record Recording(string Runtime, string System, bool AsDocumented, IReadOnlyList<RecordedRow> Rows)
{
    public const string File = "docs/measured/net10-linux.json";

    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Recording Read(string root) =>
        JsonSerializer.Deserialize<Recording>(global::System.IO.File.ReadAllText(Path.Combine(root, File)), Format)!;

    public RecordedRow Row(string id) => Rows.Single(row => row.Id == id);
}

/// <summary>One row of the recording.</summary>
internal sealed record RecordedRow(string Id, string Title, IReadOnlyList<RecordedCell> Cells)
{
    public string Group => Id.Split('/')[0];

    public string Name => Id.Split('/')[1];

    /// <summary>What the program does about its address.</summary>
    public string Remedy => Title.Split("; ")[1];

    public string Seen(string cell) => Cells.Single(candidate => candidate.Name == cell).Seen;
}

/// <summary>One cell of the recording.</summary>
internal sealed record RecordedCell(string Name, string Seen, string? Detail, string? Claim, string? Source);
