using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>What comes before the member's name in a call, to be written a second time.</summary>
internal static class Receiver
{
    /// <summary><c>server.</c>, <c>server?.</c> or nothing, on one line; null where evaluating it twice could do something.</summary>
    public static string? Prefix(ExpressionStatementSyntax statement, InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null || statement.DescendantNodes(node => node.SpanStart < name.SpanStart).Any(node => node.Span.End <= name.SpanStart && HasEffect(node)))
            return null;
        var prefix = new StringBuilder();
        for (SyntaxToken token = statement.GetFirstToken(); token != name.Identifier; token = token.GetNextToken())
        {
            // As written, but for comments and line breaks.
            if (prefix.Length > 0 && IsWord(token) && IsWord(token.GetPreviousToken()))
                prefix.Append(' ');
            prefix.Append(token.Text);
        }
        return prefix.ToString();
    }

    private static bool HasEffect(SyntaxNode node) =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or DeclarationPatternSyntax or DeclarationExpressionSyntax;

    private static bool IsWord(SyntaxToken token) => token.IsKeyword() || token.IsKind(SyntaxKind.IdentifierToken);
}
