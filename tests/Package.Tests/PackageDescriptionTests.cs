using System.Xml.Linq;

namespace SocketSetup.Package.Tests;

public sealed class PackageDescriptionTests(PackedPackage package)
{
    /// <summary>
    /// Whole, so that a dependency, another licence or a lost icon is seen. What a pack brings with it stands as a word in
    /// <c>&lt;…&gt;</c>.
    /// </summary>
    [Fact]
    public async Task The_nuspec_is_the_approved_one()
    {
        XElement metadata = package.ReadDescription();
        Element("version").Value = "<version>";
        Element("licenseUrl").Value = "<the page of the expression>";
        Element("releaseNotes").Value = "<the newest section of the changelog>";
        Element("repository").SetAttributeValue("commit", "<commit>");

        string approved = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Nuspec.approved.xml"), TestContext.Current.CancellationToken);
        Assert.Equal(approved.Trim().ReplaceLineEndings("\n"), metadata.ToString().ReplaceLineEndings("\n"));

        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);
    }

    [Fact]
    public void The_package_has_the_version_it_was_packed_with() => Assert.Equal(package.Version, Value("version"));

    [Fact]
    public void The_release_notes_are_the_newest_section_of_the_changelog() =>
        Assert.Equal(PackedPackage.ReleaseNotes, Value("releaseNotes").ReplaceLineEndings("\n"));

    private string Value(string element) => Assert.Single(package.ReadDescription().Elements(), one => one.Name.LocalName == element).Value;
}
