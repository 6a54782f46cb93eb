using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>
/// What is known of the runtime that the code will meet, because that decides what an address option does there.
/// The facts behind it: docs/address-reuse.md.
/// </summary>
internal enum RuntimeProfile
{
    /// <summary>A library that any runtime may load, or nothing said.</summary>
    Unknown,

    /// <summary>.NET Core 2.1 and later: <c>Bind</c> itself sets SO_REUSEADDR for TCP off Windows.</summary>
    Modern,

    /// <summary>.NET Core 1.0 to 2.0: off Windows nothing sets SO_REUSEADDR but the option.</summary>
    OldCore,

    /// <summary>.NET Framework, Mono or Unity: no option is needed to restart.</summary>
    FrameworkOrMono,

    /// <summary>Modern .NET that only ever runs on Windows: no option is needed to restart.</summary>
    WindowsOnly,
}

/// <summary>Tells the profile of a compilation.</summary>
internal static class RuntimeProfiles
{
    /// <param name="targetFramework">The short name, as <c>net8.0-windows</c>; null or empty where the build says none.</param>
    /// <param name="compilation">Asked only whether it references Unity.</param>
    public static RuntimeProfile Of(string? targetFramework, Compilation compilation)
    {
        if (compilation.ReferencedAssemblyNames.Any(name => name.Name is "UnityEngine" or "UnityEngine.CoreModule"))
            return RuntimeProfile.FrameworkOrMono;
        string name = (targetFramework ?? "").Trim().ToLowerInvariant();
        if (name.StartsWith("netcoreapp", StringComparison.Ordinal))
            return IsAtLeast(name.Substring("netcoreapp".Length), 2, 1) ? RuntimeProfile.Modern : RuntimeProfile.OldCore;
        if (!name.StartsWith("net", StringComparison.Ordinal) || name.Length < 4 || !char.IsDigit(name[3]))
            return RuntimeProfile.Unknown;
        string[] parts = name.Substring("net".Length).Split(['-'], 2);
        if (!IsAtLeast(parts[0], 5, 0))
            return RuntimeProfile.FrameworkOrMono;
        return parts.Length > 1 && parts[1].StartsWith("windows", StringComparison.Ordinal) ? RuntimeProfile.WindowsOnly : RuntimeProfile.Modern;
    }

    /// <summary>A version with no dot is .NET Framework's (<c>472</c>), which is older than any with one; but <c>net8</c> is short for <c>net8.0</c>.</summary>
    private static bool IsAtLeast(string version, int major, int minor)
    {
        string[] numbers = (version.Length == 1 && version[0] >= '5' ? version + ".0" : version).Split('.');
        return numbers.Length > 1
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second)
            && (first > major || (first == major && second >= minor));
    }
}
