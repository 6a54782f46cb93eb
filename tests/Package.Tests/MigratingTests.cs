namespace SocketSetup.Package.Tests;

/// <summary>Does what docs/migrating.md says, step by step.</summary>
public sealed class MigratingTests(PackedPackage package)
{
    [Fact]
    public async Task The_steps_lead_to_a_build_that_a_finding_may_stop()
    {
        using var solution = new TwoProjects(package);

        await new WalkedPage("docs/migrating.md", solution).FollowAsync();

        // The baseline is what silences it: without it the same build stops.
        File.Delete(Path.Combine(solution.Folder, "src/Server/GlobalSuppressions.cs"));
        (int exitCode, IReadOnlyList<string> findings) = await solution.RunAsync("build", "--no-incremental", "-warnaserror");
        Assert.NotEqual(0, exitCode);
        Assert.StartsWith("src/Server/Listener.cs(11,9): error SOCK001: ", Assert.Single(findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_that_manages_versions_centrally_takes_a_global_reference()
    {
        using var solution = new TwoProjects(package);
        solution.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <GlobalPackageReference Include="SocketSetup.Analyzers" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);

        (int exitCode, IReadOnlyList<string> findings) = await solution.RunAsync("build", "src/Legacy");

        Assert.Equal(0, exitCode);
        Assert.Equal(3, findings.Count);
    }
}
