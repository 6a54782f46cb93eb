using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>The samples that show each rule: reported where they say so, and repaired to what stands beside them.</summary>
public sealed class The_catalogue
{
    public static TheoryData<string> Rules => [.. RuleTable.Descriptors.Append(Descriptors.UnknownSetting).Select(descriptor => descriptor.Id).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Is_reported_at_the_marked_lines_and_nowhere_else(string rule)
    {
        Assert.Equal(Marks(Before(rule)), await Reported(rule, "Before", Before(rule)));
        Assert.Contains(Marks(Before(rule)), mark => mark.EndsWith(rule, StringComparison.Ordinal));
        Assert.Empty(await Reported(rule, "After", After(rule)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Becomes_what_stands_beside_it_by_the_fix(string rule)
    {
        using var run = FixRun.Of(Settings(rule, "Before"), Unmarked(Before(rule)));
        // A setting is repaired by hand.
        Assert.Equal(rule != RuleIds.UnknownSetting, await run.FixAllAsync(rule + ".repair"));
        Assert.Equal(After(rule), await run.TextAsync());
    }

    [Fact]
    public void Has_two_files_for_each_rule_and_no_others() =>
        Assert.All((string[])["Before", "After"], folder =>
            Assert.Equal(Rules.Select(row => row.Data), Repository.Files($"samples/Catalogue/{folder}", "SOCK*.cs").Select(Path.GetFileNameWithoutExtension).Order()));

    private static string Before(string rule) => Repository.Read($"samples/Catalogue/Before/{rule}.cs");

    private static string After(string rule) => Repository.Read($"samples/Catalogue/After/{rule}.cs");

    private static string Unmarked(string source) => Regex.Replace(source, @"(?m) // SOCK\d.*$", "");

    private static IEnumerable<string> Marks(string source) =>
        source.Split('\n').SelectMany((line, index) => Regex.Matches(line, @"// (SOCK\d+.*)$").SelectMany(match => match.Groups[1].Value.Split(' ')).Select(id => $"{index + 1} {id}"));

    private static async Task<IEnumerable<string>> Reported(string rule, string folder, string source)
    {
        using var run = FixRun.Of(Settings(rule, folder), "global using System;\n" + source);
        Assert.Empty(await run.CompilerErrorsAsync());
        return (await run.DiagnosticsAsync()).Select(diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line} {diagnostic.Id}").Order();
    }

    /// <summary>What the two .editorconfig files above the file say of it, the nearer one last.</summary>
    private static SettingsOfTheBuild Settings(string rule, string folder)
    {
        AnalyzerConfig[] configurations = [.. ((string[])["samples/Catalogue/.editorconfig", $"samples/Catalogue/{folder}/.editorconfig"]).Select(path => AnalyzerConfig.Parse(Repository.Read(path), "/" + path))];
        return new SettingsOfTheBuild("net10.0", AnalyzerConfigSet.Create(configurations).GetOptionsForSourcePath($"/samples/Catalogue/{folder}/{rule}.cs").AnalyzerOptions["socket_setup.address_reuse"]);
    }
}
