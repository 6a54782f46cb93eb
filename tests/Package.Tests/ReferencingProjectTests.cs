namespace SocketSetup.Package.Tests;

/// <summary>A project that has the package, and one that references this project and has not.</summary>
public sealed class ReferencingProjectTests(PackedPackage package)
{
    [Theory]
    [InlineData("PrivateAssets='all'", "")]
    // As "dotnet add package" writes it for a development dependency.
    [InlineData("IncludeAssets='runtime; build; native; contentfiles; analyzers; buildtransitive' PrivateAssets='all'", "")]
    // As one might write it: the analyzer stays, the properties in buildTransitive go on and do nothing there.
    [InlineData("", "Default")]
    public async Task The_rules_stay_with_the_project_that_has_the_package(string assets, string modeOfReferencing)
    {
        ConsumerFolder consumer = ConsumerOf(assets);

        Build build = await consumer.BuildAsync("Service/Service.csproj");

        Assert.True(build.Succeeded, build.Log);
        Assert.Equal(consumer.Marks(), build.Places());
        Assert.Equal(modeOfReferencing, await ReadModeAsync(consumer));
    }

    [Fact]
    public async Task The_line_that_dotnet_writes_keeps_the_package_private()
    {
        ConsumerFolder consumer = ConsumerOf(assets: null);

        await consumer.RunAsync("add", "Library/Library.csproj", "package", "SocketSetup.Analyzers", "--version", package.Version);

        string project = consumer.Read("Library/Library.csproj");
        Assert.Contains("<PrivateAssets>all</PrivateAssets>", project, StringComparison.Ordinal);
        Assert.Contains("<IncludeAssets>runtime; build; native; contentfiles; analyzers; buildtransitive</IncludeAssets>", project, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_of_a_referencing_project_does_nothing_without_the_analyzer()
    {
        ConsumerFolder consumer = ConsumerOf("");

        Build build = await consumer.BuildAsync("Service/Service.csproj", "-p:SocketSetupAnalysisMode=All");

        Assert.Equal(consumer.Marks(), build.Places());
    }

    private static async Task<string> ReadModeAsync(ConsumerFolder consumer) =>
        (await consumer.RunAsync("msbuild", "Service/Service.csproj", "-getProperty:SocketSetupAnalysisMode", "-nodeReuse:false")).Trim();

    /// <summary>The same listener in both projects.</summary>
    private ConsumerFolder ConsumerOf(string? assets)
    {
        var consumer = new ConsumerFolder(package);
        string[] reference = assets is null ? [] : [consumer.Reference(assets)];
        consumer.WriteProject("Library/Library.csproj", ["TargetFramework=net10.0"], reference);
        consumer.Write("Library/Listener.cs", Listener.Bare("LibraryListener", "warning SOCK001"));
        consumer.WriteProject("Service/Service.csproj", ["TargetFramework=net10.0"], "<ProjectReference Include='../Library/Library.csproj' />");
        consumer.Write("Service/Listener.cs", Listener.Bare("ServiceListener"));
        return consumer;
    }
}
