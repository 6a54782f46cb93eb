using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>.github/workflows/ci.yml: its steps are commands that are tried elsewhere. That GitHub runs them, no test here can tell.</summary>
public sealed partial class The_workflow
{
    private const string Push = "dotnet nuget push ";

    private static readonly string Text = Repository.Read(".github/workflows/ci.yml");

    [Fact]
    public void Runs_what_is_tried_and_pushes()
    {
        string[] steps = [.. Step().Matches(Text).Select(step => step.Groups["command"].Value.Replace("${{ github.ref_name }}", "v0.1.0", StringComparison.Ordinal))];

        Assert.Single(steps, step => step.StartsWith(Push, StringComparison.Ordinal));
        Assert.Contains(".ci/run", steps);
        Assert.All(steps.Where(step => !step.StartsWith(Push, StringComparison.Ordinal)), step => Assert.Contains(step, Commands.Proofs.Keys));
    }

    [Fact]
    public void Tests_on_three_systems_before_it_packs_and_packs_before_it_publishes()
    {
        Assert.Contains("os: [ubuntu-latest, windows-latest, macos-latest]", Text, StringComparison.Ordinal);
        Assert.Matches(@"(?s)  pack:\n    needs: test\n.*  publish:\n    if: github\.ref_type == 'tag'\n    needs: pack\n", Text);
    }

    [GeneratedRegex(@"^ +- run: (?<command>.+)$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
