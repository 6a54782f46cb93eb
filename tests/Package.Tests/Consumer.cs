using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary>
/// A copy of the sample that installs the package. Around it lies what lies around the sample in the repository: were the
/// sample to pick up the repository's properties or central versions, its build would fail.
/// </summary>
internal sealed class Consumer
{
    private readonly Dictionary<string, string?> environment;

    public Consumer(PackedPackage package)
    {
        Folder = Path.Combine(package.Tree, "samples", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.GetFiles(RepositoryTree.PathOf("samples/PackageConsumer")))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));

        // By the environment, because "dotnet format" takes no properties; NUGET_PACKAGES would overrule the sample's own folder.
        environment = new() { ["SocketSetupVersion"] = package.Version, ["NUGET_PACKAGES"] = null };
    }

    public string Folder { get; }

    public string Project => Path.Combine(Folder, "PackageConsumer.csproj");

    /// <summary>What the last command printed.</summary>
    public string Log { get; private set; } = "";

    public string[] ReadSource() => File.ReadAllLines(Source);

    public void WriteSource(IEnumerable<string> lines) => File.WriteAllLines(Source, lines);

    /// <returns>The warnings of a full build: the number of the line and the rule.</returns>
    public async Task<IReadOnlyList<(int Line, string Rule)>> BuildAsync(params string[] properties)
    {
        await RunAsync(["build", Project, "--no-incremental", "-nodeReuse:false", .. properties.Select(property => "-p:" + property)]);

        // The summary repeats every warning.
        string log = Log[..Log.IndexOf("Build succeeded.", StringComparison.Ordinal)];
        return [.. Regex.Matches(log, @"(?:\((\d+),\d+\))?\s*: warning (\w+)")
            .Select(match => (match.Groups[1].Success ? int.Parse(match.Groups[1].Value, null) : 0, match.Groups[2].Value))];
    }

    /// <returns>The names of the global configs that a build would give the compiler.</returns>
    public async Task<IEnumerable<string>> ReadConfigsAsync(params string[] properties)
    {
        string items = await RunAsync(["msbuild", Project, "-getItem:EditorConfigFiles", "-nodeReuse:false", .. properties.Select(property => "-p:" + property)]);
        return Regex.Matches(items, @"""Identity"": ""[^""]*?/(socketsetup_[^""/]+)""").Select(match => match.Groups[1].Value);
    }

    public Task RestoreAsync() => RunAsync("restore", Project, "-nodeReuse:false");

    public Task FormatAsync() => RunAsync("format", "analyzers", Project, "--diagnostics", "SOCK001", "--severity", "warn");

    private string Source => Path.Combine(Folder, "Program.cs");

    private async Task<string> RunAsync(params string[] arguments) => Log = await ChildProcess.RunDotNetAsync(Folder, environment, arguments);
}
