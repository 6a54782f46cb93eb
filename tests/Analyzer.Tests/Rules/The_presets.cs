using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>The global configs that <c>SocketSetupAnalysisMode</c> chooses from: each holds the lines that differ from the table of rules.</summary>
public sealed class The_presets
{
    /// <summary>Below whatever a user writes, and above the SDK's own.</summary>
    private const string Head = "is_global = true\nglobal_level = -99\n\n";

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Package", "config");

    [Fact]
    public void All_makes_every_rule_a_warning() => Matches("all", _ => DiagnosticSeverity.Warning);

    [Fact]
    public void None_turns_every_rule_off() => Matches("none", _ => null);

    [Fact]
    public void Minimum_turns_off_what_does_not_fail_on_the_target_framework() =>
        Matches("minimum", rule => rule.Id is "SOCK001" or "SOCK006" or "SOCK008" ? null : Default(rule));

    [Fact]
    public void Minimum_keeps_the_missing_option_where_it_fails() =>
        Matches("minimum_netcoreapp1.0", rule => rule.Id is "SOCK006" or "SOCK008" ? null : Default(rule));

    [Fact]
    public void Default_has_none_so_that_a_line_for_a_category_works() =>
        Assert.Equal(
            ["socketsetup_all.globalconfig", "socketsetup_minimum.globalconfig", "socketsetup_minimum_netcoreapp1.0.globalconfig", "socketsetup_none.globalconfig"],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static void Matches(string preset, Func<DiagnosticDescriptor, DiagnosticSeverity?> severity)
    {
        IEnumerable<string> lines = RuleTable.Descriptors.DistinctBy(rule => rule.Id).Where(rule => severity(rule) != Default(rule))
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity(rule)?.ToString().ToLowerInvariant() ?? "none"}\n");

        Assert.Equal(Head + string.Concat(lines), File.ReadAllText(Path.Combine(Folder, $"socketsetup_{preset}.globalconfig")));
    }

    private static DiagnosticSeverity? Default(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity : null;
}
