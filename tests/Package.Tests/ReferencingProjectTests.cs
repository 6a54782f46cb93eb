namespace SocketSetup.Package.Tests;

/// <summary>A project that has the package, and one that references this project and has not.</summary>
public sealed class ReferencingProjectTests(PackedPackage package)
{
    private const string ToLibrary = "<ProjectReference Include='../Library/Library.csproj' />";

    [Theory]
    [InlineData("PrivateAssets='all'")]
    // As "dotnet add package" writes it for a development dependency.
    [InlineData("IncludeAssets='runtime; build; native; contentfiles; analyzers; buildtransitive' PrivateAssets='all'")]
    public async Task Nothing_flows_on_from_a_private_reference(string assets)
    {
        ConsumerFolder consumer = ConsumerOf(assets);

        Build build = await consumer.BuildAsync("Service/Service.csproj");

        Assert.True(build.Succeeded, build.Log);
        Assert.Equal(consumer.Marks(), build.Places());
        Assert.DoesNotContain("SocketSetup.Analyzers", consumer.Read("Service/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_reference_that_is_not_private_takes_the_rules_on_and_the_settings_with_them()
    {
        ConsumerFolder consumer = ConsumerOf("");
        consumer.Write("Service/Listener.cs", Listener.Bare("ServiceListener", "warning SOCK001"));
        Assert.Equal(consumer.Marks(), (await consumer.BuildAsync("Service/Service.csproj")).Places());

        consumer.WriteProject("Service/Service.csproj", ["TargetFramework=net10.0", "SocketSetupAnalysisMode=None"], ToLibrary);
        consumer.Write("Service/Listener.cs", Listener.Bare("ServiceListener"));
        Assert.Equal(consumer.Marks(), (await consumer.BuildAsync("Service/Service.csproj")).Places());
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

    /// <summary>The same listener in both projects.</summary>
    private ConsumerFolder ConsumerOf(string? assets)
    {
        var consumer = new ConsumerFolder(package);
        string[] reference = assets is null ? [] : [consumer.Reference(assets)];
        consumer.WriteProject("Library/Library.csproj", ["TargetFramework=net10.0"], reference);
        consumer.Write("Library/Listener.cs", Listener.Bare("LibraryListener", "warning SOCK001"));
        consumer.WriteProject("Service/Service.csproj", ["TargetFramework=net10.0"], ToLibrary);
        consumer.Write("Service/Listener.cs", Listener.Bare("ServiceListener"));
        return consumer;
    }
}
