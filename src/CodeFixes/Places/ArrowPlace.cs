using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>The expression body of a member, an accessor or a local function: it becomes a block.</summary>
internal sealed class ArrowPlace : Place
{
    private readonly ArrowExpressionClauseSyntax arrow;
    private readonly SyntaxToken semicolon;
    private readonly Layout layout;

    private ArrowPlace(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, Layout layout)
    {
        this.arrow = arrow;
        this.semicolon = semicolon;
        this.layout = layout;
    }

    /// <summary>Null where the member yields the value of the expression.</summary>
    public static ArrowPlace? Of(ArrowExpressionClauseSyntax arrow, FixSite site)
    {
        SyntaxToken semicolon = arrow.Parent switch
        {
            BaseMethodDeclarationSyntax method => method.SemicolonToken,
            AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
            LocalFunctionStatementSyntax function => function.SemicolonToken,
            _ => default,
        };
        return semicolon.IsKind(SyntaxKind.SemicolonToken) && !semicolon.IsMissing && !HasDirective(arrow, semicolon) && !Returns(arrow.Expression, site.Model.GetDeclaredSymbol(arrow.Parent!), site)
            ? new ArrowPlace(arrow, semicolon, new Layout(site.Text))
            : null;
    }

    public override TextChange[] Insert(string[] before, string[] after)
    {
        SyntaxNode member = arrow.Parent!;
        var between = TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, arrow.Expression.SpanStart);
        if (!layout.StartsLine(member.SpanStart) || !layout.IsBlank(TextSpan.FromBounds(between.Start, arrow.ArrowToken.SpanStart)) || !layout.IsBlank(TextSpan.FromBounds(arrow.ArrowToken.Span.End, between.End)))
        {
            return Wrap(("{ " + Join(before)).TrimEnd(), " " + Join(after) + "}");
        }
        string outer = layout.IndentationAt(member.SpanStart), inner = outer + layout.Unit(member), lineBreak = layout.LineBreakAt(semicolon.SpanStart);
        string open = layout.OpensBlocksAtLineEnd(member) ? " {" : lineBreak + outer + "{";
        return
        [
            new TextChange(between, open + lineBreak + string.Concat(before.Select(statement => inner + statement + lineBreak)) + inner),
            new TextChange(new TextSpan(layout.EndWithComments(semicolon), 0), string.Concat(after.Select(statement => lineBreak + inner + statement)) + lineBreak + outer + "}"),
        ];
    }

    /// <summary>Puts something in place of the arrow, and something after the semicolon.</summary>
    public TextChange[] Wrap(string before, string after) => [new TextChange(arrow.ArrowToken.Span, before), new TextChange(new TextSpan(semicolon.Span.End, 0), after)];

    /// <summary>Puts a block in place of all of it, but for comments.</summary>
    public TextChange[] Replace(string block) =>
        [new TextChange(arrow.ArrowToken.Span, block), new TextChange(TextSpan.FromBounds(layout.WithoutSpace(arrow.Expression.SpanStart), semicolon.Span.End), "")];

    private static bool HasDirective(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon) =>
        HasDirectiveInside(arrow) || arrow.GetLeadingTrivia().Concat(arrow.ArrowToken.GetPreviousToken().TrailingTrivia).Concat(semicolon.LeadingTrivia).Any(trivia => trivia.IsDirective);
}
