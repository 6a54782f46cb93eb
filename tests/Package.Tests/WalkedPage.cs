using System.Globalization;
using System.Text.RegularExpressions;

namespace SocketSetup.Package.Tests;

/// <summary>
/// A page that is followed from its first block to its last: files are written that the first line of a block names, and
/// commands are run. What a command shows has to be all that it says of sockets.
/// </summary>
internal sealed partial class WalkedPage(string page, TwoProjects solution)
{
    private int exitCode;

    /// <returns>The blocks of a page, in their order: the language and the text.</returns>
    public static async Task<IEnumerable<(string Language, string Text)>> BlocksAsync(string page)
    {
        string text = await File.ReadAllTextAsync(RepositoryTree.PathOf(page), TestContext.Current.CancellationToken);
        return Block().Matches(text.ReplaceLineEndings("\n")).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value));
    }

    public async Task FollowAsync()
    {
        foreach ((string language, string text) in await BlocksAsync(page))
            await DoAsync(language, text);
    }

    /// <summary>Runs one command, which has to succeed.</summary>
    public async Task SucceedAsync(string command)
    {
        (exitCode, IReadOnlyList<string> findings) = await solution.RunAsync(Words(command));
        Assert.True(exitCode == 0, $"{command} ended with {exitCode}:\n{string.Join('\n', findings)}");
    }

    private async Task DoAsync(string language, string text)
    {
        if (FileName().Match(text) is { Success: true } named)
            solution.Write(named.Groups["file"].Value, text);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        switch (language)
        {
            case "sh":
                foreach (string command in lines.Where(line => !line.StartsWith('#')))
                    await SucceedAsync(command);
                break;
            case "yaml":
                foreach (Match step in Step().Matches(text))
                    await SucceedAsync(step.Groups["command"].Value.Replace("${{ matrix.project }}", "src/Server", StringComparison.Ordinal).Replace("${{ github.workspace }}", solution.Folder, StringComparison.Ordinal));
                break;
            case "console":
                await ShowAsync(lines);
                break;
        }
    }

    /// <summary>Commands after a prompt, each with what it shows; dots stand for lines that are not about sockets.</summary>
    private async Task ShowAsync(string[] lines)
    {
        for (int i = 0; i < lines.Length;)
        {
            string command = lines[i][2..];
            string[] shown = [.. lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))];
            i += 1 + shown.Length;
            if (command == "echo $?")
            {
                Assert.Equal([exitCode.ToString(CultureInfo.InvariantCulture)], shown);
                continue;
            }
            (exitCode, IReadOnlyList<string> findings) = await solution.RunAsync(Words(command));
            Assert.Equal(shown.Where(line => line != "...").Order(StringComparer.Ordinal), findings.Order(StringComparer.Ordinal));
        }
    }

    private static string[] Words(string command)
    {
        string[] words = [.. Word().Matches(command).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];
        Assert.Equal("dotnet", words[0]);
        return words[1..];
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>A comment that is a path, in the first line or after the one that names the shell.</summary>
    [GeneratedRegex(@"\A(#!.*\n)?(//|#|<!--) (?<file>[\w./-]+\.?[\w-]+)( -->)?\n")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^ *(- )?run: (?<command>.+)$", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"(""[^""]*""|[^\s""])+")]
    private static partial Regex Word();
}
