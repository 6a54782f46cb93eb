using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>The embedded statement of an <c>if</c>, a loop, a <c>using</c>, a <c>lock</c>: it gets braces.</summary>
internal sealed class BracedPlace : Place
{
    private readonly StatementLines lines;
    private readonly Layout layout;

    private BracedPlace(StatementLines lines, Layout layout)
    {
        this.lines = lines;
        this.layout = layout;
    }

    public static BracedPlace? Of(StatementSyntax statement, SourceText text) =>
        statement.Parent is (StatementSyntax and not LabeledStatementSyntax) or ElseClauseSyntax && !HasDirectiveInside(statement)
            ? new BracedPlace(new StatementLines(statement, text), new Layout(text))
            : null;

    public override TextChange[] Insert(string[] before, string[] after)
    {
        StatementSyntax statement = lines.Statement;
        if (!lines.StartsLine || !lines.OwnsLines)
        {
            return
            [
                new TextChange(new TextSpan(statement.SpanStart, 0), "{ " + Join(before)),
                new TextChange(new TextSpan(statement.Span.End, 0), " " + Join(after) + "}"),
            ];
        }
        string outer = layout.IndentationAt(statement.Parent!.SpanStart);
        SyntaxToken header = statement.GetFirstToken().GetPreviousToken();
        bool endsHeader = layout.OpensBlocksAtLineEnd(statement) && !statement.GetLeadingTrivia().Concat(header.TrailingTrivia).Any(trivia => trivia.IsDirective);
        TextChange start = lines.InsertBefore(before), end = lines.InsertAfter(after);
        var close = new TextChange(end.Span, end.NewText + lines.LineBreak + outer + "}");
        return endsHeader
            ? [new TextChange(new TextSpan(header.Span.End, 0), " {"), start, close]
            : [new TextChange(start.Span, outer + "{" + lines.LineBreak + start.NewText), close];
    }
}
