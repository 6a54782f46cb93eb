using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers;

/// <summary>
/// Tells where a <c>TcpListener</c> is started without a decision. It is an analyzer of its own because the rule is off by
/// default: the compiler runs none whose rules are all off, so who does not ask for it does not pay for it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListenerStartAnalyzer : SetupAnalyzer
{
    /// <summary>Makes it.</summary>
    public ListenerStartAnalyzer()
        : base(EntryPoints.Starts)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleTable.Rules.Where(rule => !SocketSetupAnalyzer.IsOn(rule)).SelectMany(rule => rule.Descriptors).Append(Descriptors.UnknownSettingOnDemand).ToImmutableArray();

    private protected override bool Reports(Rule rule) => !SocketSetupAnalyzer.IsOn(rule);

    /// <summary>The other analyzer tells of it where it has something to report in the file that the setting governs.</summary>
    private protected override bool IsSettingReportedElsewhere(SemanticModel model, BodyAnalysis analysis, Settings settings, CancellationToken cancellation) =>
        Findings(Roots(model, TextGate.Positions(model.SyntaxTree.GetText(cancellation), EntryPoints.Names), analysis, cancellation), model, analysis, cancellation)
            .Any(finding => RuleTable.For(finding.Violation) is { IsGoverned: true } rule && SocketSetupAnalyzer.IsOn(rule) && rule.Word(finding, settings) is not null);
}
