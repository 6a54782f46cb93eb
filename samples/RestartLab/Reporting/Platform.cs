namespace RestartLab.Reporting;

/// <summary>The runtime and the system of a run.</summary>
internal sealed record Platform(string Runtime, Version RuntimeVersion, string System, Version SystemVersion)
{
    public static Platform Current { get; } = new(
        Type.GetType("Mono.Runtime") is null ? ".NET" : "Mono",
        Environment.Version,
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsLinux() ? "Linux" : $"{Environment.OSVersion.Platform}",
        Environment.OSVersion.Version);

    public override string ToString() => $"{Runtime} {RuntimeVersion} on {System} {Short(SystemVersion)}";

    private static string Short(Version version) => version.Build > 0 ? version.ToString(3) : version.ToString(2);
}
