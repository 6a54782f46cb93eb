using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>What comes before the member's name in a call, to be written a second time.</summary>
internal static class Receiver
{
    /// <summary>
    /// <c>server.</c>, <c>server?.</c> or nothing, on one line; null where the statement is no such call, or where
    /// evaluating the receiver twice could do something.
    /// </summary>
    public static string? Prefix(ExpressionStatementSyntax statement, InvocationExpressionSyntax call, string method)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        // The text may have changed since the diagnostic was found.
        if (name?.Identifier.ValueText != method || statement.DescendantNodes().Any(node => node.Span.End <= name.SpanStart && !IsPlain(node)))
            return null;
        var prefix = new StringBuilder();
        SyntaxToken previous = default;
        foreach (SyntaxToken token in statement.DescendantTokens().TakeWhile(token => token.SpanStart < name.SpanStart))
        {
            // As written, but for comments and line breaks.
            if (IsWord(previous) && IsWord(token))
                prefix.Append(' ');
            prefix.Append(token.Text);
            previous = token;
        }
        return prefix.ToString();
    }

    /// <summary>Names, members, casts: what can be read twice.</summary>
    private static bool IsPlain(SyntaxNode node) => node is
        NameSyntax or PredefinedTypeSyntax or NullableTypeSyntax or TypeArgumentListSyntax or ThisExpressionSyntax or BaseExpressionSyntax
        or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    private static bool IsWord(SyntaxToken token) => token.IsKeyword() || token.IsKind(SyntaxKind.IdentifierToken);
}
