using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>A statement in the text: its lines, its indentation, the comments that belong to it, its line ending.</summary>
internal sealed class StatementLines
{
    private readonly SourceText text;

    public StatementLines(StatementSyntax statement, SourceText text)
    {
        Statement = statement;
        this.text = text;
        Start = FindStart();
        StartsLine = Start < statement.SpanStart || LineAt(statement.SpanStart).Start == statement.SpanStart;
        Indentation = StartsLine ? WhiteSpace(StartOfOwnLine()) : "";
        TextLine line = LineAt(ContentEnd);
        LineBreak = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } own ? own : FirstLineBreak();
    }

    public StatementSyntax Statement { get; }

    /// <summary>Does nothing but white space and its own comments come before it on its line?</summary>
    public bool StartsLine { get; }

    /// <summary>The white space at the start of its line.</summary>
    public string Indentation { get; }

    /// <summary>The line ending of its line, or else of the document.</summary>
    public string LineBreak { get; }

    /// <summary>Where the comments begin that stand right above it, or else its line; its own start where it starts no line.</summary>
    public int Start { get; }

    /// <summary>The end of its last line, the line break included.</summary>
    public int End => LineAt(ContentEnd).EndIncludingLineBreak;

    /// <summary>Has it its lines for itself, but for its comments?</summary>
    public bool OwnsLines => StartsLine && Statement.FullSpan.End >= LineAt(ContentEnd).End;

    /// <summary>Stands a comment beside it on its line?</summary>
    public bool HasCommentsOnLine =>
        ContentEnd > Statement.Span.End || Statement.GetLeadingTrivia().Any(trivia => IsComment(trivia) && LineAt(trivia.FullSpan.End - 1).LineNumber >= LineAt(Statement.SpanStart).LineNumber);

    /// <summary>Stands a comment right above it, or beside it?</summary>
    public bool HasComments => HasCommentsOnLine || Start < Statement.SpanStart - Indentation.Length;

    /// <summary>The end of the comments behind it.</summary>
    private int ContentEnd => Statement.GetTrailingTrivia().LastOrDefault(IsComment) is { FullSpan.IsEmpty: false } comment ? comment.FullSpan.End : Statement.Span.End;

    /// <summary>Where other code can follow on its line: behind a comment, unless that ends the line.</summary>
    private int EndOnLine => Statement.GetTrailingTrivia().Any(SyntaxKind.SingleLineCommentTrivia) ? Statement.Span.End : ContentEnd;

    /// <summary>Puts statements before this one: on lines of their own, above the comments, where this one starts a line.</summary>
    public TextChange InsertBefore(string[] statements) => StartsLine
        ? new TextChange(new TextSpan(Start, 0), string.Concat(statements.Select(statement => Indentation + statement + LineBreak)))
        : new TextChange(new TextSpan(Statement.SpanStart, 0), string.Concat(statements.Select(statement => statement + " ")));

    /// <summary>Puts statements after this one.</summary>
    public TextChange InsertAfter(string[] statements) => OwnsLines
        ? new TextChange(new TextSpan(LineAt(ContentEnd).End, 0), string.Concat(statements.Select(statement => LineBreak + Indentation + statement)))
        : new TextChange(new TextSpan(EndOnLine, 0), string.Concat(statements.Select(statement => " " + statement)));

    /// <summary>Takes the lines out; at the end of a file without a last line break, with the line break before them.</summary>
    public TextSpan LinesToRemove() =>
        LineAt(ContentEnd) is { LineNumber: > 0 } line && line.End == line.EndIncludingLineBreak
            ? TextSpan.FromBounds(text.Lines[LineAt(Start).LineNumber - 1].End, line.End)
            : TextSpan.FromBounds(Start, End);

    private int FindStart()
    {
        int ownLine = StartOfOwnLine();
        if (ownLine < Statement.FullSpan.Start && !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(ownLine, Statement.FullSpan.Start))))
            return Statement.SpanStart; // Other code comes first on the line.
        int start = ownLine;
        foreach (SyntaxTrivia trivia in Statement.GetLeadingTrivia().Reverse())
        {
            int line = LineAt(trivia.FullSpan.Start).Start;
            bool isRightAbove = LineAt(trivia.FullSpan.End - 1).EndIncludingLineBreak >= start;
            if (!isRightAbove || trivia.IsDirective || !(IsComment(trivia) || trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))
                break;
            if (!IsComment(trivia))
                continue;
            if (line < Statement.FullSpan.Start && !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line, Statement.FullSpan.Start))))
                break; // It ends the line of other code and belongs to that.
            start = line;
        }
        return start;
    }

    /// <summary>The start of the line of the statement, or of that on which a comment begins which ends there.</summary>
    private int StartOfOwnLine()
    {
        TextLine line = LineAt(Statement.SpanStart);
        SyntaxTrivia across = Statement.GetLeadingTrivia().FirstOrDefault(trivia => IsComment(trivia) && trivia.FullSpan.Start < line.Start && trivia.FullSpan.End > line.Start);
        return across.FullSpan.IsEmpty ? line.Start : LineAt(across.FullSpan.Start).Start;
    }

    private string WhiteSpace(int lineStart)
    {
        int end = lineStart;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(lineStart, end));
    }

    private string FirstLineBreak()
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    private TextLine LineAt(int position) => text.Lines.GetLineFromPosition(Math.Max(0, position));

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
