using System.Text.Json;

namespace SocketSetup.Package.Tests;

/// <summary>Does what docs/continuous-integration.md says, up to what only GitHub can do.</summary>
public sealed class ContinuousIntegrationTests(PackedPackage package)
{
    [Fact]
    public async Task The_commands_find_repair_and_stay_silent()
    {
        using TwoProjects solution = Referencing("");
        var page = new WalkedPage("docs/continuous-integration.md", solution);

        await page.FollowAsync();

        Assert.Empty(Results(solution));
        await page.SucceedAsync($"dotnet build src/Server --no-incremental \"-p:ErrorLog={solution.Folder}/findings.sarif%2Cversion=2.1\" -p:SocketSetupAnalysisMode=Default");
        JsonElement[] results = Results(solution);
        Assert.Contains(results, result => result.GetProperty("ruleId").GetString() == "SOCK001");
        Assert.All(results, result => Assert.NotEqual(0, result.GetProperty("locations").GetArrayLength()));
    }

    [Fact]
    public async Task WarningsAsErrors_turns_on_what_the_mode_has_turned_off_and_makes_an_error_of_an_information()
    {
        using TwoProjects solution = Referencing("<WarningsAsErrors>SOCK001;SOCK006</WarningsAsErrors>");

        (int exitCode, IReadOnlyList<string> findings) = await solution.RunAsync("build", "src/Server");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(["error SOCK001", "error SOCK006"], findings.Select(finding => finding.Split(": ")[1]));
    }

    private static JsonElement[] Results(TwoProjects solution)
    {
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(solution.Folder, "findings.sarif")));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.Clone())];
    }

    private TwoProjects Referencing(string property)
    {
        var solution = new TwoProjects(package);
        solution.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <SocketSetupAnalysisMode>Minimum</SocketSetupAnalysisMode>
                {property}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SocketSetup.Analyzers" Version="0.1.0" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        return solution;
    }
}
