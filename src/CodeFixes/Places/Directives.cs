using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>Knows statements that are something else once a symbol is defined, or no longer is.</summary>
internal static class Directives
{
    /// <summary>
    /// Does a directive stand before the statement, and before that the unfinished head of another, as an <c>if</c> that
    /// only one target has? What is put next to such a statement, or taken away there, means something else in the other.
    /// </summary>
    public static bool MayCutOff(StatementSyntax statement) =>
        statement.ContainsDirectives && statement.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>().SelectMany(Related)
            .Any(directive => (directive is not IfDirectiveTriviaSyntax || StatementLists.HasNeighbours(statement)) && EndsUnfinished(directive));

    /// <summary>The directives of one <c>#if</c>: what stands before each goes on after it, or after the last.</summary>
    private static IEnumerable<DirectiveTriviaSyntax> Related(DirectiveTriviaSyntax directive) =>
        directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax ? directive.GetRelatedDirectives() : [];

    /// <summary>Does the text before it end in the middle of a statement, compiled or not?</summary>
    private static bool EndsUnfinished(DirectiveTriviaSyntax end)
    {
        SourceText text = end.SyntaxTree.GetText();
        for (int number = text.Lines.GetLineFromPosition(end.SpanStart).LineNumber - 1; number >= 0; number--)
        {
            string line = WithoutComment(text.Lines[number].ToString()).Trim();
            if (line.Length > 0 && line[0] != '#')
                return line[line.Length - 1] is not (';' or '{' or '}' or ':');
        }
        return false;
    }

    /// <summary>Two slashes in a string begin none.</summary>
    private static string WithoutComment(string line)
    {
        int comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 || line.Take(comment).Count(character => character == '"') % 2 == 1 ? line : line.Substring(0, comment);
    }
}
