using System.Text.RegularExpressions;
using System.Xml;
using SocketSetup.Analyzers;

namespace SocketSetup.Docs.Tests;

/// <summary>Whatever a page tells a reader to set exists, and has a value that is known.</summary>
public sealed partial class The_settings
{
    /// <summary>Its values are wrong on purpose.</summary>
    private const string OfUnknownValues = "docs/rules/SOCK000.md";

    private static readonly string[] Severities = ["none", "silent", "suggestion", "warning", "error", "default"];

    /// <summary>Every id that the two analyzers can report.</summary>
    private static readonly string[] Rules =
        [.. new SocketSetupAnalyzer().SupportedDiagnostics.Concat(new ListenerStartAnalyzer().SupportedDiagnostics).Select(rule => rule.Id).Distinct()];

    /// <summary>The modes that the package asks for by name.</summary>
    private static readonly string[] Modes = [.. Mode().Match(Repository.Read("src/Package/build/SocketSetup.Analyzers.targets")).Groups["mode"].Captures.Select(mode => mode.Value)];

    public static TheoryData<string, int> Places =>
        [.. Guides().Select(MarkdownPage.Read).SelectMany(ConfigSnippet.In).Select(snippet => (snippet.Page, snippet.Block.Line))];

    public static TheoryData<string> Pages => [.. Guides()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Of_each_snippet_are_known(string page, int line) =>
        Assert.All(ConfigSnippet.In(MarkdownPage.Read(page)).Single(snippet => snippet.Block.Line == line).Settings(), Check);

    /// <summary>In prose and in tables, too.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Of_each_page_are_known(string page)
    {
        string text = Repository.Read(page);
        Assert.All(Line().Matches(text), line => Check((line.Groups["name"].Value, line.Groups["value"].Value)));
        Assert.All(Id().Matches(text), id => Assert.Contains(id.Value, Rules));
    }

    [Fact]
    public void Are_in_sight_at_all()
    {
        Assert.Equal(10, Rules.Length);
        Assert.Equal(["Default", "Minimum", "All", "None"], Modes);
    }

    [Fact]
    public void Of_addresses_are_the_values_that_the_analyzer_knows() => Assert.Equal(["reuse", "reuse_except_windows", "exclusive"], Decisions());

    [Theory]
    [InlineData("ini", "dotnet_diagnostic.SOCK011.severity = error")]
    [InlineData("ini", "dotnet_diagnostic.SOCK001.severity = info")]
    [InlineData("ini", "socket_setup.address = reuse")]
    [InlineData("ini", "socket_setup.address_reuse = share")]
    [InlineData("xml", "<PropertyGroup><SocketSetupAnalysisMode>Maximum</SocketSetupAnalysisMode></PropertyGroup>")]
    [InlineData("xml", "<PropertyGroup><SocketSetupMode>All</SocketSetupMode></PropertyGroup>")]
    [InlineData("xml", "<PropertyGroup><WarningsAsErrors>SOCK011</WarningsAsErrors></PropertyGroup>")]
    public void That_do_not_exist_are_found(string language, string text) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Assert.All(Written(language, text).Settings(), Check));

    [Fact]
    public void That_nobody_can_read_are_found()
    {
        Assert.Throws<XmlException>(() => Written("xml", "<PropertyGroup><Nullable></PropertyGroup>").Settings().ToArray());
        Assert.Throws<FormatException>(() => Written("ini", "socket_setup.address_reuse: reuse").Settings().ToArray());
    }

    private static IEnumerable<string> Guides() => Repository.Pages().Where(page => page != OfUnknownValues);

    private static ConfigSnippet Written(string language, string text) => new("Page.md", new CodeBlock(language, 1, text.Split('\n')));

    private static void Check((string Name, string Value) setting)
    {
        switch (setting.Name)
        {
            case "root" or "is_global":
                Assert.Equal("true", setting.Value);
                break;
            case "socket_setup.address_reuse":
                Assert.Contains(setting.Value, Decisions());
                break;
            case "SocketSetupAnalysisMode":
                Assert.Contains(setting.Value, Modes);
                break;
            case "WarningsAsErrors":
                Assert.All(setting.Value.Split(';').Where(id => id != "$(WarningsAsErrors)"), id => Assert.Contains(id, Rules));
                break;
            default:
                Match severity = Severity().Match(setting.Name);
                Assert.True(severity.Success, $"Nobody knows {setting.Name}.");
                if (severity.Groups["id"].Success)
                    Assert.Contains(severity.Groups["id"].Value, Rules);
                Assert.Contains(setting.Value, Severities);
                break;
        }
    }

    /// <summary>The values that the analyzer itself tells apart.</summary>
    private static IEnumerable<string> Decisions() =>
        Decision().Matches(Repository.Read("src/Analyzer/Rules/Settings.cs")).Select(value => value.Groups["value"].Value);

    [GeneratedRegex(@"use (?:(?<mode>\w+)(?:, | or |""))+")]
    private static partial Regex Mode();

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>\w+)\.severity$|^dotnet_analyzer_diagnostic\.category-(Reliability|Usage|Security)\.severity$")]
    private static partial Regex Severity();

    [GeneratedRegex(@"(?<name>(dotnet_diagnostic|dotnet_analyzer_diagnostic|socket_setup)\.[\w.-]+) = (?<value>\w+)")]
    private static partial Regex Line();

    [GeneratedRegex(@"\bSOCK\d{3}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\s+""(?<value>\w+)"" => new Settings\(", RegexOptions.Multiline)]
    private static partial Regex Decision();
}
