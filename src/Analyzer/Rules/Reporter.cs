using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Turns a finding into a diagnostic: the words of its rule, the places around it, the contract for its fix.</summary>
internal static class Reporter
{
    private const int LongestName = 60;

    public static Diagnostic Report(SetupFinding finding, RuntimeProfile profile)
    {
        IOperation operation = finding.At.Operation;
        ImmutableArray<SyntaxNode> binds = finding.Binds.Select(bind => bind.Syntax).Where(bind => bind != operation.Syntax).ToImmutableArray();
        ImmutableArray<SyntaxNode> creations = finding.Creations.Select(creation => (SyntaxNode)creation.Operation.Syntax).ToImmutableArray();
        var contract = new FixContract
        {
            Binds = Here(finding.Binds.Select(bind => bind.Syntax)),
            Creations = Here(creations),
            Edits = finding.Edits,
            Profile = profile,
        };
        return Diagnostic.Create(
            RuleTable.For(finding.Violation).Word(finding, profile),
            operation.Syntax.GetLocation(),
            binds.Concat(creations).Select(place => place.GetLocation()),
            contract.Write()!,
            Name(finding.At));

        ImmutableArray<TextSpan> Here(IEnumerable<SyntaxNode> places) =>
            places.Where(place => place.SyntaxTree == operation.Syntax.SyntaxTree).Select(place => place.Span).ToImmutableArray();
    }

    /// <summary>The socket as the source names it.</summary>
    private static string Name(SocketEvent socketEvent)
    {
        SyntaxNode? receiver = socketEvent.Operation switch
        {
            IInvocationOperation { Instance.Syntax: var syntax } => syntax,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance.Syntax: var syntax } } => syntax,
            _ => null,
        };
        // In a conditional access the graph's receiver is what stands before the question mark.
        string name = string.Join(" ", (receiver?.ToString() ?? socketEvent.Path.Symbol?.Name ?? "this").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= LongestName ? name : name.Substring(0, LongestName - 1) + "…";
    }
}
