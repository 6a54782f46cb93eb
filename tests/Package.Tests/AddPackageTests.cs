using System.IO.Compression;

namespace SocketSetup.Package.Tests;

/// <summary>What the README says about a project that has other packages: they have to be at hand before this one is added.</summary>
public sealed class AddPackageTests(PackedPackage package) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("SocketSetup.AddPackage-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_package_is_added_from_its_folder_once_the_others_are_restored()
    {
        string[] add = ["add", "package", "SocketSetup.Analyzers", "--version", package.Version, "--source", package.Feed];
        await PublishAnotherAsync();
        await WriteAsync("nuget.config", """<configuration><packageSources><clear /><add key="others" value="others" /></packageSources></configuration>""");
        await WriteAsync("User.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Another" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);

        (int exitCode, string output) = await RunAsync(add);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Unable to find package Another", output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("restore")).ExitCode);
        (exitCode, output) = await RunAsync(add);
        Assert.True(exitCode == 0, output);
        Assert.Contains("<PackageReference Include=\"SocketSetup.Analyzers\"", await File.ReadAllTextAsync(Path.Combine(folder, "User.csproj"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A package of nothing but its name.</summary>
    private async Task PublishAnotherAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "others"));
        await using ZipArchive archive = await ZipFile.OpenAsync(Path.Combine(folder, "others", "Another.1.0.0.nupkg"), ZipArchiveMode.Create, TestContext.Current.CancellationToken);
        await using var nuspec = new StreamWriter(await archive.CreateEntry("Another.nuspec").OpenAsync(TestContext.Current.CancellationToken));
        await nuspec.WriteAsync("<package><metadata><id>Another</id><version>1.0.0</version><authors>nobody</authors><description>Nothing.</description></metadata></package>");
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        ChildProcess.TryDotNetAsync(folder, new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") }, arguments);
}
