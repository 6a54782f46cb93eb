using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Moves a late set, with its comments, before the bind that it is late for.</summary>
internal static class MoveBeforeBind
{
    /// <summary>Null where moving would change more than when the option is set.</summary>
    public static RepairPlan? Plan(FixSite site)
    {
        if (!site.Contract.Edits.HasFlag(SafeEdits.Move)
            || site.Contract.Binds.Length != 1
            || site.Find<ExpressionSyntax>(site.Diagnostic.Location.SourceSpan) is not { } set
            || StatementLists.StatementOf(set) is not { } setStatement
            || site.Find<InvocationExpressionSyntax>(site.Contract.Binds[0]) is not { } bind
            || StatementLists.StatementOf(bind) is not { } bindStatement
            || Directives.MayCutOff(setStatement)
            || Directives.MayCutOff(bindStatement))
        {
            return null;
        }
        IReadOnlyList<StatementSyntax> siblings = StatementLists.Siblings(bindStatement);
        List<StatementSyntax> crossed = siblings.SkipWhile(statement => statement != bindStatement).TakeWhile(statement => statement != setStatement).ToList();
        if (crossed.Count == 0 || !siblings.Contains(setStatement) || !Crossing.IsSafe(setStatement, set, crossed, isBind: true, site))
            return null;
        TextChange[]? changes = Changes(new StatementLines(bindStatement, site.Text), new StatementLines(setStatement, site.Text), site.Text);
        // Before it is started, its own property would make a listener throw later on.
        if (changes is not null && OptionSet.At(set.Span, site) is { IsCall: false } property && property.Inside(site) is "Server." and var inside)
        {
            string statement = setStatement.ToString();
            string moved = statement.Insert(property.Name.SpanStart - setStatement.SpanStart, inside);
            changes = [.. changes.Select(change => new TextChange(change.Span, change.NewText!.Replace(statement, moved)))];
        }
        return RepairPlan.Of(Resources.MoveBeforeBind, [changes]);
    }

    /// <summary>Null where a comment would be parted from its statement.</summary>
    public static TextChange[]? Changes(StatementLines bind, StatementLines set, SourceText text)
    {
        if (set.OwnsLines && bind.StartsLine)
        {
            string lines = text.ToString(TextSpan.FromBounds(set.Start, set.End));
            bool hasBreak = lines.EndsWith("\n", StringComparison.Ordinal) || lines.EndsWith("\r", StringComparison.Ordinal);
            return [new TextChange(new TextSpan(bind.Start, 0), hasBreak ? lines : lines + bind.LineBreak), new TextChange(set.LinesToRemove(), "")];
        }
        if (set.HasCommentsOnLine || set.Start < set.Statement.SpanStart - set.Indentation.Length)
            return null;
        return [bind.InsertBefore([set.Statement.ToString()]), new TextChange(set.OwnsLines ? set.LinesToRemove() : new Layout(text).PartToRemove(set.Statement.Span), "")];
    }
}
