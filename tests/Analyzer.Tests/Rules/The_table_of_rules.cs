using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>The table, the release-tracking files, the pages and the fixes agree.</summary>
public sealed class The_table_of_rules
{
    public static TheoryData<string> Ids => [.. RuleTable.Descriptors.Select(descriptor => descriptor.Id).Distinct()];

    [Fact]
    public void Reports_every_violation_by_one_rule() =>
        Assert.Equal(Enum.GetValues<Violation>().Skip(1), RuleTable.Rules.SelectMany(rule => rule.Violations).Order());

    [Fact]
    public void Is_reported_by_one_analyzer_rule_by_rule() =>
        Assert.Equal(
            RuleTable.Descriptors.Select(descriptor => descriptor.Id).Distinct().Order(),
            new SocketSetupAnalyzer().SupportedDiagnostics.Concat(new ListenerStartAnalyzer().SupportedDiagnostics.Remove(Descriptors.UnknownSettingOnDemand)).Select(descriptor => descriptor.Id).Distinct().Order());

    [Fact]
    public void Turns_on_what_is_on_by_default() =>
        Assert.All(RuleTable.Descriptors, descriptor => Assert.Equal(descriptor.Id != RuleIds.StartedWithoutDecision, descriptor.IsEnabledByDefault));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_one_title_category_and_severity_for_all_wordings_of_a_rule(string id) =>
        Assert.Single(Wordings(id).Select(wording => (wording.Title.ToString(null), wording.Category, wording.DefaultSeverity, wording.IsEnabledByDefault, wording.Description.ToString(null))).Distinct());

    [Fact]
    public void Has_words_for_everything() =>
        Assert.All(RuleTable.Descriptors, descriptor =>
        {
            // A resource that is missing comes out empty.
            Assert.NotEmpty(descriptor.Title.ToString(null));
            Assert.NotEmpty(descriptor.Description.ToString(null));
            Assert.Contains("'{0}'", descriptor.MessageFormat.ToString(null), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[.\s]$", descriptor.MessageFormat.ToString(null));
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_in_the_release_tracking_files(string id)
    {
        DiagnosticDescriptor rule = Wordings(id).First();
        string files = Repository.Read("src/Analyzer/AnalyzerReleases.Unshipped.md") + Repository.Read("src/Analyzer/AnalyzerReleases.Shipped.md");
        Assert.Single(Regex.Matches(files, $@"(?m)^{id} \| {rule.Category} \| {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")} \| {Regex.Escape(rule.Title.ToString(null))}$"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_that_quotes_its_words(string id)
    {
        string page = Repository.Read($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {Wordings(id).First().Title.ToString(null)}\n", page, StringComparison.Ordinal);
        Assert.All(Wordings(id), wording => Assert.Contains(wording.MessageFormat.ToString(null).Replace("{0}", id == RuleIds.UnknownSetting ? "reuse_port" : "listener", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_in_the_README_and_in_the_index(string id)
    {
        string title = Wordings(id).First().Title.ToString(null);
        Assert.Contains($"| [{id}](docs/rules/{id}.md) | {title} |", Repository.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {title} |", Repository.Read("docs/rules/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_fix_for_each_rule_about_code() =>
        Assert.Equal(Ids.Select(row => row.Data).Where(id => id != RuleIds.UnknownSetting).Order(), new SocketSetupCodeFixProvider().FixableDiagnosticIds.Order());

    [Fact]
    public void Names_its_ids_in_public() =>
        Assert.Equal(Ids.Select(row => row.Data).Order(), typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order());

    private static IEnumerable<DiagnosticDescriptor> Wordings(string id) => RuleTable.Descriptors.Where(descriptor => descriptor.Id == id);
}
