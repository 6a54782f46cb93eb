using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>How a document lays its code out: indentation, line endings, braces. Read from the text around, never from settings.</summary>
internal sealed class Layout
{
    private readonly SourceText text;

    public Layout(SourceText text) => this.text = text;

    /// <summary>The white space at the start of the line.</summary>
    public string IndentationAt(int position)
    {
        int start = LineAt(position).Start, end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(start, end));
    }

    public bool StartsLine(int position) => IsBlank(TextSpan.FromBounds(LineAt(position).Start, position));

    public bool IsBlank(TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));

    /// <summary>The line ending of the line, or else of the document.</summary>
    public string LineBreakAt(int position)
    {
        string own = LineBreak(LineAt(position));
        return own.Length > 0 ? own : LineBreak(text.Lines[0]) is { Length: > 0 } first ? first : "\n";
    }

    /// <summary>By how much the node is indented in what it stands in.</summary>
    public string Unit(SyntaxNode node)
    {
        string own = IndentationAt(node.SpanStart);
        foreach (SyntaxNode ancestor in node.Ancestors())
        {
            string outer = IndentationAt(ancestor.SpanStart);
            if (own.Length > outer.Length && own.StartsWith(outer, StringComparison.Ordinal))
                return own.Substring(outer.Length);
        }
        string? indented = text.Lines.Select(line => IndentationAt(line.Start)).FirstOrDefault(indentation => indentation.Length > 0);
        return indented ?? "    ";
    }

    /// <summary>Does the block around it, or else the first of the document, open at the end of a line?</summary>
    public bool OpensBlocksAtLineEnd(SyntaxNode node)
    {
        IEnumerable<SyntaxToken> around = node.Ancestors().OfType<BlockSyntax>().Select(block => block.OpenBraceToken);
        IEnumerable<SyntaxToken> types = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => type.OpenBraceToken);
        SyntaxToken open = around.Concat(types).FirstOrDefault(brace => LineAt(brace.SpanStart).LineNumber != LineAt(brace.GetNextToken().SpanStart).LineNumber);
        return open.IsKind(SyntaxKind.OpenBraceToken) && !StartsLine(open.SpanStart);
    }

    /// <summary>The end of the comments that end the token's line; its own end where other code follows on it.</summary>
    public int EndWithComments(SyntaxToken token)
    {
        SyntaxTrivia last = token.TrailingTrivia.LastOrDefault(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
        return last.FullSpan.IsEmpty || !IsBlank(TextSpan.FromBounds(last.Span.End, LineAt(last.Span.End).End)) ? token.Span.End : last.Span.End;
    }

    /// <summary>Where the white space before the position begins, on its line.</summary>
    public int WithoutSpace(int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position;
    }

    /// <summary>Takes code out and leaves the comments around it: its lines where nothing else stands on them.</summary>
    public TextSpan CodeToRemove(TextSpan code)
    {
        TextLine first = LineAt(code.Start), last = LineAt(code.End);
        bool isAlone = IsBlank(TextSpan.FromBounds(first.Start, code.Start)) && IsBlank(TextSpan.FromBounds(code.End, last.End));
        return !isAlone ? PartToRemove(code)
            : last.End == last.EndIncludingLineBreak && first.LineNumber > 0 ? TextSpan.FromBounds(text.Lines[first.LineNumber - 1].End, last.End)
            : TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }

    /// <summary>Takes code out of a line that it shares, with the white space that sets it apart.</summary>
    public TextSpan PartToRemove(TextSpan code)
    {
        int end = code.End;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return LineAt(end).End == end ? TextSpan.FromBounds(WithoutSpace(code.Start), code.End) : TextSpan.FromBounds(code.Start, end);
    }

    private TextLine LineAt(int position) => text.Lines.GetLineFromPosition(position);

    private string LineBreak(TextLine line) => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
}
