using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Rules;

/// <summary>What the build and the team say of one file.</summary>
internal sealed class Settings(RuntimeProfile profile, AddressReusePreference preference, string? unknownValue)
{
    /// <summary>The runtime that its code will meet.</summary>
    public RuntimeProfile Profile { get; } = profile;

    /// <summary>What the team has chosen for its listening sockets.</summary>
    public AddressReusePreference Preference { get; } = preference;

    /// <summary>What the setting for that says, where it is none of the known values; else null.</summary>
    public string? UnknownValue { get; } = unknownValue;

    public const string AddressReuse = "socket_setup.address_reuse";

    /// <summary>Is the code under a test of the system that leaves Windows out?</summary>
    public bool IsNeverWindows { get; init; }

    /// <summary>Is it under one that leaves Linux out?</summary>
    public bool IsNeverLinux { get; init; }

    /// <summary>What they say of code that runs on these systems only.</summary>
    public Settings On(Systems systems) => systems is Systems.None or Systems.All ? this : new Settings(systems == Systems.Windows ? RuntimeProfile.WindowsOnly : Profile, Preference, UnknownValue)
    {
        IsNeverWindows = !systems.HasFlag(Systems.Windows),
        IsNeverLinux = !systems.HasFlag(Systems.Linux),
    };

    public static Settings Of(AnalyzerOptions options, SemanticModel model)
    {
        AnalyzerConfigOptions file = options.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree);
        file.TryGetValue("build_property.TargetFramework", out string? targetFramework);
        RuntimeProfile profile = RuntimeProfiles.Of(targetFramework, model.Compilation);
        string value = file.TryGetValue(AddressReuse, out string? set) && set is not null ? set.Trim() : "";
        return value.ToLowerInvariant() switch
        {
            "" => new Settings(profile, AddressReusePreference.Unset, null),
            "reuse" => new Settings(profile, AddressReusePreference.Reuse, null),
            "reuse_except_windows" => new Settings(profile, AddressReusePreference.ReuseExceptWindows, null),
            "exclusive" => new Settings(profile, AddressReusePreference.Exclusive, null),
            _ => new Settings(profile, AddressReusePreference.Unset, value),
        };
    }
}
