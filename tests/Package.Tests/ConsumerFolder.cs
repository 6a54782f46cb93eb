using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary>
/// A folder of projects that a user might have, with the package in a source beside those of the machine. Reference
/// packages are taken from the folder that the tests themselves were restored to, if they are there.
/// </summary>
internal sealed partial class ConsumerFolder
{
    private const string Unrestricted = "<Project />";

    private readonly PackedPackage package;

    private readonly Dictionary<string, string?> environment;

    private readonly SortedSet<string> sources = new(StringComparer.Ordinal);

    public ConsumerFolder(PackedPackage package)
    {
        this.package = package;
        Folder = Path.Combine(package.Tree, "consumers", Guid.NewGuid().ToString("N"));
        environment = new() { ["NUGET_PACKAGES"] = Path.Combine(package.Tree, "packages") };

        // A project looks upwards for these: its own keep those of others away.
        Write("Directory.Build.props", Unrestricted);
        Write("Directory.Build.targets", Unrestricted);
        Write("Directory.Packages.props", Unrestricted);
        Write(".editorconfig", "root = true");
        Write(
            "nuget.config",
            "<configuration>",
            $"  <packageSources><add key='packed' value='{package.Feed}' /></packageSources>",
            $"  <fallbackPackageFolders><add key='restored' value='{RepositoryTree.PackageFolder}' /></fallbackPackageFolders>",
            "</configuration>");
    }

    public string Folder { get; }

    /// <summary>The package as a project asks for it by hand; <paramref name="assets"/> are more attributes of that line.</summary>
    public string Reference(string assets = "PrivateAssets='all'") =>
        $"<PackageReference Include='SocketSetup.Analyzers' Version='[{package.Version}]' {assets} />";

    public void Write(string file, params string[] lines)
    {
        string path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        if (file.EndsWith(".cs", StringComparison.Ordinal))
            sources.Add(file);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Writes a project file; <paramref name="properties"/> are written name=value.</summary>
    public void WriteProject(string file, string[] properties, params string[] items) => Write(
        file,
        [
            "<Project Sdk='Microsoft.NET.Sdk'>",
            "  <PropertyGroup>",
            // The native host and the audit would ask the sources for more than the tests are about.
            "    <UseAppHost>false</UseAppHost>",
            "    <NuGetAudit>false</NuGetAudit>",
            .. properties.Select(property => property.Split('=', 2)).Select(pair => $"    <{pair[0]}>{pair[1]}</{pair[0]}>"),
            "  </PropertyGroup>",
            "  <ItemGroup>",
            .. items.Select(item => "    " + item),
            "  </ItemGroup>",
            "</Project>",
        ]);

    /// <summary>Builds everything anew.</summary>
    public async Task<Build> BuildAsync(string project, params string[] arguments)
    {
        (int exitCode, string log) = await ChildProcess.TryDotNetAsync(
            Folder, environment, ["build", project, "--no-incremental", "-nodeReuse:false", .. arguments]);
        return new Build(exitCode == 0, log, Folder);
    }

    public Task<string> FormatAsync(string project, string severity, params string[] rules) =>
        RunAsync(["format", "analyzers", project, "--no-restore", "--severity", severity, "--diagnostics", .. rules]);

    public Task<string> RunAsync(params string[] arguments) => ChildProcess.RunDotNetAsync(Folder, environment, arguments);

    /// <summary>What the sources say that a build reports: <c>// warning SOCK001</c> at the end of the line in question.</summary>
    public IEnumerable<string> Marks() => sources.SelectMany(file => Read(file).Split('\n').Index()
        .SelectMany(line => Mark().Matches(line.Item).Select(mark => $"{file}({line.Index + 1}): {mark.Groups[1].Value}"))).Order(StringComparer.Ordinal);

    public string PathOf(string file) => Path.Combine(Folder, file);

    [GeneratedRegex(@"// ((?:warning|error) SOCK\d+)$")]
    private static partial Regex Mark();
}
