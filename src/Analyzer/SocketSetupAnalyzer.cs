using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers;

/// <summary>Tells where a socket is set up wrongly: every rule that is on by default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SocketSetupAnalyzer : SetupAnalyzer
{
    /// <summary>Makes it.</summary>
    public SocketSetupAnalyzer()
        : base(EntryPoints.Names)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleTable.Rules.Where(IsOn).SelectMany(rule => rule.Descriptors).ToImmutableArray();

    internal static bool IsOn(Rule rule) => rule.Id != RuleIds.StartedWithoutDecision;

    private protected override bool Reports(Rule rule) => IsOn(rule);
}
