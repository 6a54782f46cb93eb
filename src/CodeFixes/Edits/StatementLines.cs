using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>A statement in the text: its lines, its indentation, the comments that belong to it, its line ending.</summary>
internal sealed class StatementLines
{
    private readonly SourceText text;

    public StatementLines(StatementSyntax statement, SourceText text)
    {
        Statement = statement;
        this.text = text;
        TextLine line = text.Lines.GetLineFromPosition(statement.SpanStart);
        Indentation = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        StartsLine = Indentation.All(char.IsWhiteSpace);
        LineBreak = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } own ? own : FirstLineBreak(text);
    }

    public StatementSyntax Statement { get; }

    /// <summary>Does nothing but white space come before it on its line?</summary>
    public bool StartsLine { get; }

    /// <summary>What comes before it on its line.</summary>
    public string Indentation { get; }

    /// <summary>The line ending of its line, or else of the document.</summary>
    public string LineBreak { get; }

    /// <summary>Where the comments begin that stand right above it; its own line where there are none.</summary>
    public int Start
    {
        get
        {
            int start = Statement.SpanStart - Indentation.Length;
            bool blank = true;
            foreach (SyntaxTrivia trivia in Statement.GetLeadingTrivia().Reverse().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            {
                switch (trivia.Kind())
                {
                    case SyntaxKind.EndOfLineTrivia when !blank || trivia.Span.End == start:
                        blank = true;
                        break;
                    case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                        TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
                        // A comment that ends the line of other code belongs to that.
                        if (line.Start < Statement.FullSpan.Start && !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, Statement.FullSpan.Start))))
                            return start;
                        start = line.Start;
                        blank = false;
                        break;
                    case SyntaxKind.WhitespaceTrivia:
                        break;
                    default:
                        return start;
                }
            }
            return start;
        }
    }

    /// <summary>Has it its lines for itself, but for comments?</summary>
    public bool OwnsLines => StartsLine && Statement.FullSpan.End >= text.Lines.GetLineFromPosition(Statement.Span.End).End;

    /// <summary>The end of its last line, the line break included.</summary>
    public int End => text.Lines.GetLineFromPosition(Statement.Span.End).EndIncludingLineBreak;

    /// <summary>Puts a statement before this one: on a line of its own, above the comments, where this one has its own line.</summary>
    public TextChange InsertBefore(string statement) => StartsLine
        ? new TextChange(new TextSpan(Start, 0), Indentation + statement + LineBreak)
        : new TextChange(new TextSpan(Statement.SpanStart, 0), statement + " ");

    /// <summary>Puts a statement after this one.</summary>
    public TextChange InsertAfter(string statement)
    {
        if (!OwnsLines)
            return new TextChange(new TextSpan(Statement.Span.End, 0), " " + statement);
        int end = text.Lines.GetLineFromPosition(Statement.Span.End).End;
        return new TextChange(new TextSpan(end, 0), LineBreak + Indentation + statement);
    }

    private static string FirstLineBreak(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
