using System.Text.Json.Serialization;
using RestartLab.Reporting;

namespace RestartLab.Claims;

/// <summary>What the documentation says about one range of runtimes on one system, and where that comes from.</summary>
internal sealed class ClaimSet
{
    [JsonRequired]
    public string Runtime { get; init; } = "";

    [JsonRequired]
    public Version From { get; init; } = new();

    /// <summary>The last version, as major and minor number; nothing when no end is known.</summary>
    public Version? To { get; init; }

    [JsonRequired]
    public string System { get; init; } = "";

    /// <summary>The first version of the kernel that behaves so; nothing when all do.</summary>
    public Version? SystemFrom { get; init; }

    [JsonRequired]
    public string Source { get; init; } = "";

    /// <summary>By a pattern of rows, such as <c>{tcp,dual}/none</c>: what is claimed of each cell.</summary>
    [JsonRequired]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Rows { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public string About => $"{Runtime} {Range} on {System}{(SystemFrom is null ? "" : $" {SystemFrom} and later")}";

    private string Range => To is null ? $"{From} and later" : To == From ? $"{From}" : $"{From} to {To}";

    public bool IsAbout(Platform platform) =>
        Runtime == platform.Runtime
        && System == platform.System
        && platform.RuntimeVersion >= From
        && (To is null || new Version(platform.RuntimeVersion.Major, platform.RuntimeVersion.Minor) <= To)
        && (SystemFrom is null || platform.SystemVersion >= SystemFrom);

    /// <summary>Every claim of the set, one cell each.</summary>
    public IEnumerable<Claim> Claims() =>
        from pattern in Rows
        from row in Braces.Expand(pattern.Key)
        from cell in pattern.Value
        select new Claim(row, cell.Key, cell.Value, Source);
}

/// <summary>What is claimed of one cell.</summary>
internal sealed record Claim(string Row, string Cell, string Answer, string Source);
