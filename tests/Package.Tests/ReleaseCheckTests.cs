namespace SocketSetup.Package.Tests;

/// <summary>Packing for a tag refuses what a release must not forget.</summary>
public sealed class ReleaseCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("SocketSetup.ReleaseCheck-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public Task A_tag_of_the_version_with_its_section_and_nothing_unshipped_passes() => CheckAsync("v2.0.0", "2.0.0", "### New Rules");

    [Theory]
    [InlineData("v2.0.1", "2.0.0", "", "The tag v2.0.1 is not v2.0.0")]
    [InlineData("2.0.0", "2.0.0", "", "The tag 2.0.0 is not v2.0.0")]
    [InlineData("v2.0.0", "1.9.0", "", "The newest section of the changelog is 1.9.0, not 2.0.0")]
    [InlineData("v2.0.0", "2.0.0", "SOCK003 | Reliability | Warning | Title", "SOCK003 is still in AnalyzerReleases.Unshipped.md")]
    public async Task What_is_forgotten_is_named(string tag, string section, string unshipped, string error)
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(tag, section, unshipped));

        Assert.Contains(error, failure.Message, StringComparison.Ordinal);
    }

    private async Task CheckAsync(string tag, string section, string unshipped)
    {
        string changelog = Path.Combine(folder, "CHANGELOG.md");
        string releases = Path.Combine(folder, "AnalyzerReleases.Unshipped.md");
        await File.WriteAllTextAsync(changelog, $"# Changelog\n\n## {section}\n\n- Something.\n\n## 1.0.0\n\n- Another thing.\n");
        await File.WriteAllTextAsync(releases, unshipped);
        await ChildProcess.RunDotNetAsync(
            RepositoryTree.Root, new Dictionary<string, string?>(), "msbuild", RepositoryTree.PathOf("src/Package"), "-target:CheckRelease", "-nodeReuse:false",
            "-p:Version=2.0.0", "-p:ReleaseTag=" + tag, "-p:PackageChangelog=" + changelog, "-p:AnalyzerReleases=" + releases);
    }
}
