using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>A reader is told to type nothing that is not known to work.</summary>
public sealed class The_commands
{
    public static TheoryData<string> Typed => [.. All().Distinct()];

    [Theory]
    [MemberData(nameof(Typed))]
    public void Of_the_pages_are_known_and_proven(string command)
    {
        Assert.True(Commands.Proofs.TryGetValue(command, out Action? prove), $"Nobody has said how \"{command}\" is verified.");
        prove();
    }

    [Fact]
    public void That_are_known_are_all_typed_somewhere() => Assert.Equal(Commands.Proofs.Keys.Order(), All().Distinct().Order());

    [Theory]
    [InlineData("```sh\ndotnet test # all of them\n\n# a comment\n```", "dotnet test")]
    [InlineData("```console\n$ dotnet test\nits output\n```", "dotnet test")]
    [InlineData("```yaml\nsteps:\n  - run: dotnet test\n    if: always()\n```", "dotnet test")]
    [InlineData("- In a list:\n\n  ```sh\n  dotnet test\n  ```", "dotnet test")]
    public void Are_read_from_blocks_of_a_shell(string text, string command) =>
        Assert.Equal([command], Commands.In(new MarkdownPage("Page.md", text)));

    [Fact]
    public void Of_a_workflow_stand_on_the_line_that_runs_them() =>
        Assert.DoesNotContain(
            Repository.Guides().Select(MarkdownPage.Read).SelectMany(page => page.Blocks).Where(block => block.Language == "yaml").SelectMany(block => block.Lines),
            line => Regex.IsMatch(line, @"\brun:\s*([|>].*)?$"));

    [Fact]
    public void Stand_in_no_block_without_a_language() =>
        Assert.DoesNotContain(Repository.Guides().Select(MarkdownPage.Read).SelectMany(page => page.Blocks), block => block.Language.Length == 0);

    private static IEnumerable<string> All() => Repository.Guides().Select(MarkdownPage.Read).SelectMany(Commands.In);
}
