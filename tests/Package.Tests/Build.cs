using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary>A build that came to its end, and what it reported.</summary>
internal sealed partial class Build(bool succeeded, string log, string folder)
{
    public bool Succeeded => succeeded;

    public string Log => log;

    /// <summary>Warnings and errors, whoever they are from.</summary>
    public IReadOnlyList<Finding> Findings { get; } =
    [
        // The summary repeats them.
        .. Line().Matches(Summary().Split(log)[0]).Select(match => new Finding(
            Path.GetRelativePath(folder, Path.Combine(folder, match.Groups["file"].Value)).Replace('\\', '/'),
            int.TryParse(match.Groups["line"].Value, out int line) ? line : 0,
            match.Groups["severity"].Value,
            match.Groups["rule"].Value,
            match.Groups["message"].Value,
            match.Groups["framework"].Value)),
    ];

    /// <summary>The findings as the sources mark them, see <see cref="ConsumerFolder.Marks"/>.</summary>
    public IEnumerable<string> Places() => Findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^Build (?:succeeded\.|FAILED\.)\r?$", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*(?<file>[^(\r\n]+?)(?:\((?<line>\d+),\d+\))?\s*: (?<severity>warning|error) (?<rule>\w+): (?<message>.*?)(?: \[[^\]]*?(?:::TargetFramework=(?<framework>[^\]]+))?\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
