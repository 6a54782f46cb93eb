using System.Xml.Linq;

namespace SocketSetup.Package.Tests;

public sealed class PackageDescriptionTests(PackedPackage package)
{
    [Fact]
    public void The_package_has_the_name_and_the_version_it_was_packed_with()
    {
        Assert.Equal("SocketSetup.Analyzers", Value("id"));
        Assert.Equal(package.Version, Value("version"));
    }

    [Fact]
    public void The_package_is_a_development_dependency() => Assert.Equal("true", Value("developmentDependency"));

    [Theory]
    [InlineData("dependencies")]
    [InlineData("references")]
    [InlineData("frameworkAssemblies")]
    [InlineData("frameworkReferences")]
    [InlineData("contentFiles")]
    public void The_package_brings_its_consumer_no(string element) => Assert.Empty(Elements(element));

    [Fact]
    public void The_licence_is_the_expression_MIT()
    {
        XElement licence = Assert.Single(Elements("license"));

        Assert.Equal(("expression", "MIT"), ((string?)licence.Attribute("type"), licence.Value));
    }

    [Fact]
    public void The_readme_is_declared() => Assert.Equal("README.md", Value("readme"));

    [Theory]
    [InlineData("analyzer")]
    [InlineData("socket")]
    [InlineData("ReuseAddress")]
    [InlineData("AddressAlreadyInUse")]
    public void The_tags_name(string tag) => Assert.Contains(tag, Value("tags").Split(' '));

    [Fact]
    public void The_description_says_what_is_reported() => Assert.Contains("bound without ReuseAddress", Value("description"), StringComparison.Ordinal);

    [Fact]
    public void The_release_notes_are_the_newest_section_of_the_changelog() =>
        Assert.Equal(PackedPackage.ReleaseNotes, Value("releaseNotes").ReplaceLineEndings("\n"));

    private string Value(string element) => Assert.Single(Elements(element)).Value;

    private IEnumerable<XElement> Elements(string name) => package.ReadDescription().Elements().Where(element => element.Name.LocalName == name);
}
