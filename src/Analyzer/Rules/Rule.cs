using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Rules;

/// <summary>A row of the table of rules: which violations it reports, and in which words.</summary>
internal sealed class Rule(ImmutableArray<Violation> violations, ImmutableArray<DiagnosticDescriptor> descriptors, Func<SetupFinding, Settings, DiagnosticDescriptor?> words)
{
    /// <summary>The violations that it reports.</summary>
    public ImmutableArray<Violation> Violations { get; } = violations;

    /// <summary>One for each wording, all of the same id, category and severity.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = descriptors;

    /// <summary>Chooses the wording that is true of the finding under the settings of its file; null where there is nothing to say.</summary>
    public Func<SetupFinding, Settings, DiagnosticDescriptor?> Words { get; } = words;

    public string Id => Descriptors[0].Id;

    /// <summary>The wording that is true of the finding on the systems where it runs; null where there is nothing to say.</summary>
    public DiagnosticDescriptor? Word(SetupFinding finding, Settings settings) => Words(finding, settings.On(finding.Systems));

    /// <summary>Does <c>socket_setup.address_reuse</c> have a say in what it reports or how that is repaired?</summary>
    public bool IsGoverned { get; init; }
}
