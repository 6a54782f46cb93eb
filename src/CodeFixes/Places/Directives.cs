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
        statement.ContainsDirectives && statement.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>().SelectMany(Branches).Any(EndsUnfinished);

    /// <summary>The directives that each end a branch, of all that one <c>#if</c> begins.</summary>
    private static IEnumerable<DirectiveTriviaSyntax> Branches(DirectiveTriviaSyntax directive) =>
        directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax ? directive.GetRelatedDirectives().Where(related => related is not IfDirectiveTriviaSyntax) : [];

    /// <summary>Does the branch end in the middle of a statement? Compiled or not, its text says so.</summary>
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

    /// <summary>What looks like a comment in a string ends before the string does, and so in the middle of a statement.</summary>
    private static string WithoutComment(string line)
    {
        int comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? line : line.Substring(0, comment);
    }
}
