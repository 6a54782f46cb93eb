using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Rules;

/// <summary>A row of the table of rules: which violations it reports, and in which words.</summary>
/// <param name="Violations">The violations that it reports.</param>
/// <param name="Descriptors">One for each wording, all of the same id, category and severity.</param>
/// <param name="Word">Chooses the wording that is true of the finding on the runtime.</param>
internal sealed record Rule(
    ImmutableArray<Violation> Violations,
    ImmutableArray<DiagnosticDescriptor> Descriptors,
    Func<SetupFinding, RuntimeProfile, DiagnosticDescriptor> Word);
