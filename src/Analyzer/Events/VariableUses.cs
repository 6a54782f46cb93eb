using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads, by syntax, what a use of a variable does to it.</summary>
internal static class VariableUses
{
    /// <summary>Does the use give the variable a value?</summary>
    /// <param name="use">The use.</param>
    /// <param name="value">The value; null where it is not told, or where only a part of the object changes.</param>
    public static bool Writes(IdentifierNameSyntax use, out ExpressionSyntax? value)
    {
        value = null;
        SyntaxNode place = Widest(use, out bool isPart);
        switch (place.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == place:
                if (isPart && LeavesPort((place as MemberAccessExpressionSyntax)?.Name, assignment.Right))
                    return false;
                value = !isPart && assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression ? assignment.Right : null;
                return true;
            // Who has sent something is no end point that anybody binds.
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } } when called.Contains("Receive"):
                return false;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or PostfixUnaryExpressionSyntax
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                return true;
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } target when IsTarget(tuple):
                value = !isPart ? Paired(target, tuple) : null;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Is the port of an end point the one that was asked for, still: is something else written, or what a bound socket says of itself?</summary>
    private static bool LeavesPort(SimpleNameSyntax? part, ExpressionSyntax value) =>
        part?.Identifier.ValueText is "Address"
        || (part?.Identifier.ValueText is "Port" && value.DescendantTokens().Any(token => token.ValueText is "LocalEndPoint" or "LocalEndpoint"));

    /// <summary>The largest expression that still stands for the variable, or for a part of the object that it holds.</summary>
    private static SyntaxNode Widest(IdentifierNameSyntax use, out bool isPart)
    {
        isPart = false;
        SyntaxNode place = use;
        while (true)
        {
            switch (place.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == place && access.Expression is ThisExpressionSyntax or TypeSyntax:
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    break;
                case MemberAccessExpressionSyntax access when access.Expression == place:
                    isPart = true;
                    break;
                case MemberAccessExpressionSyntax:
                    break;
                case ConditionalAccessExpressionSyntax { WhenNotNull: AssignmentExpressionSyntax assignment } access when access.Expression == place:
                    isPart = true;
                    return assignment.Left;
                case ConditionalAccessExpressionSyntax access when access.Expression == place:
                    isPart = true;
                    break;
                default:
                    return place;
            }
            place = place.Parent;
        }
    }

    /// <summary>What stands at the same place of the other pair; null where that is none.</summary>
    private static ExpressionSyntax? Paired(ArgumentSyntax target, TupleExpressionSyntax targets) =>
        targets.Parent is AssignmentExpressionSyntax { Right: TupleExpressionSyntax { Arguments: var values } } && values.Count == targets.Arguments.Count
            ? values[targets.Arguments.IndexOf(target)].Expression
            : null;

    private static bool IsTarget(TupleExpressionSyntax tuple)
    {
        SyntaxNode outermost = tuple;
        while (outermost.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer })
            outermost = outer;
        return outermost.Parent is AssignmentExpressionSyntax assignment && assignment.Left == outermost;
    }
}
