using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public async Task The_package_holds_the_approved_files_and_nothing_else()
    {
        string[] approved = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Package.approved.txt"), TestContext.Current.CancellationToken);

        string[] packed = [.. Directory.GetFiles(package.Feed).Select(file => Path.GetFileName(file)!)];
        IEnumerable<string> entries = package.EntryNames().Order(StringComparer.Ordinal);

        Assert.Equal(approved, packed.Concat(entries).Select(Normalise));
    }

    [Fact]
    public void The_readme_in_the_package_is_the_one_in_the_source_tree() =>
        Assert.Equal(File.ReadAllBytes(RepositoryTree.PathOf("src/Package/README.md")), package.ReadEntry("README.md"));

    // The name of the core properties file is a hash in some versions of the SDK.
    private string Normalise(string name) =>
        Regex.Replace(name.Replace(package.Version, "<version>", StringComparison.Ordinal), @"[^/]+\.psmdcp$", "*.psmdcp");
}
