using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using RestartLab.Reporting;

namespace RestartLab.Claims;

/// <summary>The one file with all that is claimed: the lab, the pages and the tests read it.</summary>
internal sealed class Documentation
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [JsonRequired]
    public IReadOnlyList<ClaimSet> Claims { get; init; } = [];

    /// <exception cref="JsonException">The text is not what it should be.</exception>
    public static Documentation Parse(string text) =>
        JsonSerializer.Deserialize<Documentation>(text, Format) is { Claims: not null } documentation ? documentation : throw new JsonException("no claims");

    public static Documentation ReadBuiltIn()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("claims.json")!;
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>What is claimed for a platform, by row and cell.</summary>
    public IReadOnlyDictionary<(string Row, string Cell), Claim> For(Platform platform) =>
        Claims.Where(set => set.IsAbout(platform)).SelectMany(set => set.Claims()).ToDictionary(claim => (claim.Row, claim.Cell));

    /// <summary>What this run cannot say anything about.</summary>
    public IEnumerable<ClaimSet> Elsewhere(Platform platform) => Claims.Where(set => !set.IsAbout(platform));
}
