using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Moves a late set, with its comments, before the bind that it is late for.</summary>
internal static class MoveBeforeBind
{
    private const string Inside = "Server.";

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
        // Before it is started, its own property would make a listener throw later on.
        int? insideAt = OptionSet.At(set.Span, site) is { IsCall: false } property && property.Inside(site) == Inside ? property.Name.SpanStart : null;
        return RepairPlan.Of(Resources.MoveBeforeBind, [Changes(new StatementLines(bindStatement, site.Text), new StatementLines(setStatement, site.Text), site.Text, insideAt)]);
    }

    /// <summary>Null where a comment would be parted from its statement.</summary>
    /// <param name="bind">Where it goes.</param>
    /// <param name="set">What goes.</param>
    /// <param name="text">That of the document.</param>
    /// <param name="insideAt">Where a listener's own property is named, in place of that of its socket.</param>
    public static TextChange[]? Changes(StatementLines bind, StatementLines set, SourceText text, int? insideAt = null)
    {
        if (set.OwnsLines && bind.StartsLine)
        {
            string lines = Moved(TextSpan.FromBounds(set.Start, set.End));
            bool hasBreak = lines.EndsWith("\n", StringComparison.Ordinal) || lines.EndsWith("\r", StringComparison.Ordinal);
            return [new TextChange(new TextSpan(bind.Start, 0), hasBreak ? lines : lines + bind.LineBreak), new TextChange(set.LinesToRemove(), "")];
        }
        if (set.HasComments)
            return null;
        return [bind.InsertBefore([Moved(set.Statement.Span)]), new TextChange(set.OwnsLines ? set.LinesToRemove() : new Layout(text).PartToRemove(set.Statement.Span), "")];

        string Moved(TextSpan span) => insideAt is { } place ? text.ToString(span).Insert(place - span.Start, Inside) : text.ToString(span);
    }
}
