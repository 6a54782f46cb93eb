using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary>Does what docs/getting-started.md says, from an empty folder, with the package at hand.</summary>
public sealed partial class GettingStartedTests(PackedPackage package) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("SocketSetup.GettingStarted-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_steps_show_the_warning_and_repair_it()
    {
        string program = Path.Combine(folder, "Echo", "Program.cs");
        var environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") };
        string build = "";

        foreach ((string language, string text) in await WalkedPage.BlocksAsync("docs/getting-started.md"))
        {
            switch (language)
            {
                case "sh":
                    foreach (string command in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                        await RunAsync(command);
                    break;
                case "csharp":
                    await File.WriteAllTextAsync(program, text, TestContext.Current.CancellationToken);
                    break;
                case "console":
                    string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                    build = await RunAsync(lines[0][2..]);
                    Assert.Contains(lines[2], build.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'), StringComparison.Ordinal);
                    break;
                case "diff":
                    Assert.Contains(Changed().Replace(text, ""), (await File.ReadAllTextAsync(program, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
                    break;
                default:
                    Assert.Fail($"Nobody knows what to do with {language}:\n{text}");
                    break;
            }
        }

        Assert.Contains("SOCK001", build, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", await RunAsync("dotnet build Echo --no-incremental"), StringComparison.Ordinal);

        Task<string> RunAsync(string command)
        {
            string[] words = command.Replace("path/to/artifacts/package", package.Feed, StringComparison.Ordinal).Replace("0.1.0", package.Version, StringComparison.Ordinal).Split(' ');
            Assert.Equal("dotnet", words[0]);
            return ChildProcess.RunDotNetAsync(folder, environment, words[1..]);
        }
    }

    /// <summary>The first column of a diff.</summary>
    [GeneratedRegex("^[ +]", RegexOptions.Multiline)]
    private static partial Regex Changed();
}
