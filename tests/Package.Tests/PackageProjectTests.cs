using System.Xml.Linq;

namespace SocketSetup.Package.Tests;

/// <summary>What ties the package project and the sample together, asked of the projects as they stand in the tree.</summary>
public sealed class PackageProjectTests
{
    private const string PackageProject = "src/Package/SocketSetup.Analyzers.Package.csproj";

    private const string Sample = "samples/PackageConsumer/";

    [Fact]
    public async Task A_release_is_packed_into_the_only_folder_that_the_sample_restores_from()
    {
        string packed = await RepositoryTree.ReadPropertyAsync(PackageProject, "PackageOutputPath", "-p:Configuration=Release");
        XElement sources = XDocument.Load(RepositoryTree.PathOf(Sample + "nuget.config")).Root!.Element("packageSources")!;
        string source = (string)Assert.Single(sources.Elements("add")).Attribute("value")!;

        Assert.Equal("clear", sources.Elements().First().Name.LocalName);
        Assert.Equal(FullPath(packed), FullPath(RepositoryTree.PathOf(Sample + source)));
    }

    [Fact]
    public async Task The_sample_asks_for_the_version_that_the_repository_packs()
    {
        string packed = await RepositoryTree.ReadPropertyAsync(PackageProject, "PackageVersion");
        string asked = await RepositoryTree.ReadPropertyAsync(Sample + "PackageConsumer.csproj", "SocketSetupVersion");

        Assert.NotEmpty(packed);
        Assert.Equal(packed, asked);
    }

    [Fact]
    public async Task Without_a_changelog_the_release_notes_point_to_it()
    {
        string notes = await RepositoryTree.ReadPropertyAsync(
            PackageProject, "PackageReleaseNotes", "-target:ReadReleaseNotes", "-p:PackageChangelog=absent.md", "-p:Version=1.2.3");

        Assert.Equal("See the changelog for what is new in version 1.2.3.", notes);
    }

    private static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
