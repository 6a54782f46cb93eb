using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Names a socket as the source does.</summary>
internal static class SocketNames
{
    private const int Longest = 60;

    public static string Of(SetupFinding finding)
    {
        SocketEvent at = finding.At;
        string? name = finding.Violation == Violation.ProtocolNotNamed ? Target(finding.Creations[0].Operation.Syntax) ?? Receiver(at.Operation) : Receiver(at.Operation);
        string words = name ?? at.Path.Symbol?.Name ?? (at.Operation as IObjectCreationOperation)?.Type?.Name ?? "this";
        string line = string.Join(" ", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest - 1) + "…";
    }

    /// <summary>What the operation is done to. In a conditional access the graph's receiver is what stands before the question mark.</summary>
    private static string? Receiver(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } receiver } => Words(receiver),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } receiver } } => Words(receiver),
        IObjectCreationOperation { Syntax: var creation } => Target(creation),
        _ => null,
    };

    /// <summary>A member of the object itself may be called without naming the object; an initializer's object is what gets it.</summary>
    private static string Words(IOperation receiver) =>
        receiver is IInstanceReferenceOperation { IsImplicit: true } ? "this" : Target(receiver.Syntax) ?? Before(receiver.Syntax) + receiver.Syntax;

    /// <summary>What stands before a member that is reached by <c>?.</c>, with the question mark.</summary>
    private static string Before(SyntaxNode member) =>
        member.DescendantNodesAndSelf().FirstOrDefault(node => node is MemberBindingExpressionSyntax && node.SpanStart == member.SpanStart) is { } binding
        && binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(binding.Span)) is { } access
            ? Before(access.Expression) + access.Expression + "?"
            : "";

    /// <summary>The variable that gets the object.</summary>
    private static string? Target(SyntaxNode creation)
    {
        SyntaxNode value = creation;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax)
            value = value.Parent;
        return value.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == value => assignment.Left.ToString(),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.Text,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.Text,
            _ => null,
        };
    }
}
