using System.IO.Compression;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(SocketSetup.Package.Tests.PackedPackage))]

namespace SocketSetup.Package.Tests;

/// <summary>
/// The package, packed once for all tests into a temporary folder: the intermediate files go there too, so that a version
/// made up for the tests never ends up in the outputs of the working tree.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public const string ReleaseNotes = "### Added\n\n- The newest section; \"quoted\", 100% of it.";

    private const string Changelog = $"# Changelog\n\nAbout it.\n\n## 2.0.0\n\n{ReleaseNotes}\n\n## 1.0.0\n\n- An older section.\n";

    /// <summary>What lies around the consumers: tests that run side by side share it.</summary>
    private static readonly string[] Surroundings =
        ["global.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "samples/Directory.Build.props"];

    /// <summary>Unique, because NuGet takes a version it knows from its cache and never looks at the folder again.</summary>
    public string Version { get; } = $"0.0.1-test-{Guid.NewGuid():N}";

    /// <summary>The root of a tree laid out as the repository is: the package in artifacts/package, consumers in samples.</summary>
    public string Tree { get; } = Directory.CreateTempSubdirectory("SocketSetup.Package.Tests-").FullName;

    public string Feed => Path.Combine(Tree, "artifacts", "package");

    public async ValueTask InitializeAsync()
    {
        string changelog = Path.Combine(Tree, "CHANGELOG.md");
        await File.WriteAllTextAsync(changelog, Changelog);
        await ChildProcess.RunDotNetAsync(
            RepositoryTree.Root,
            new Dictionary<string, string?>(),
            "pack",
            RepositoryTree.PathOf("src/Package"),
            "--configuration", "Release",
            "--artifacts-path", Path.Combine(Tree, "artifacts"),
            "--output", Feed,
            $"-p:Version={Version}",
            $"-p:PackageChangelog={changelog}",
            "-nodeReuse:false");
        Directory.CreateDirectory(Path.Combine(Tree, "samples"));
        foreach (string file in Surroundings)
            File.Copy(RepositoryTree.PathOf(file), Path.Combine(Tree, file));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Tree, recursive: true);
        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<string> EntryNames()
    {
        using ZipArchive archive = Open();
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public byte[] ReadEntry(string name)
    {
        using ZipArchive archive = Open();
        using Stream entry = (archive.GetEntry(name) ?? throw new InvalidOperationException($"The package has no {name}.")).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal AssemblyImage ReadAssembly(string name) => new(ReadEntry($"analyzers/dotnet/cs/{name}.dll"));

    /// <summary>The description of the package: the metadata element of its nuspec.</summary>
    public XElement ReadDescription()
    {
        using var nuspec = new MemoryStream(ReadEntry("SocketSetup.Analyzers.nuspec"));
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Feed, $"SocketSetup.Analyzers.{Version}.nupkg"));
}
