using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

public sealed class The_build_that_the_README_shows
{
    internal const string Project = "samples/EchoServer.Before";

    [Fact]
    public async Task Prints_the_warnings_that_the_README_prints_and_no_others()
    {
        string artifacts = Directory.CreateTempSubdirectory("SocketSetup.Docs.Tests-").FullName;
        try
        {
            string output = await ChildBuild.RunAsync(Project, artifacts);

            Assert.Equal(Shown(), Warnings(output).Distinct());
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    /// <summary>What stands under the command, up to the dots that stand for the rest.</summary>
    private static IEnumerable<string> Shown()
    {
        CodeBlock block = MarkdownPage.Read("README.md").Blocks.Single(block => block.Lines[0] == $"$ dotnet build {Project}");
        return block.Lines.Skip(1).Where(line => line != "...");
    }

    /// <summary>The warnings with paths as seen from the root, and without the project, which not every logger names.</summary>
    private static IEnumerable<string> Warnings(string output) =>
        output.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => Regex.Replace(line.Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Trim(), @" \[[^\]]*\]$", ""));
}
