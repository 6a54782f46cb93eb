using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Moves a late set, with its comments, before the bind that it is late for.</summary>
internal static class MoveBeforeBind
{
    /// <summary>Null where moving would change more than when the option is set.</summary>
    public static RepairPlan? Plan(FixSite site)
    {
        if (site.Contract is not { Others: OtherSockets.None, Binds.Length: 1 }
            || site.Find<ExpressionSyntax>(site.Diagnostic.Location.SourceSpan) is not { } set
            || StatementLists.StatementOf(set) is not { } setStatement
            || site.Find<InvocationExpressionSyntax>(site.Contract.Binds[0]) is not { } bind
            || StatementLists.StatementOf(bind) is not { } bindStatement)
        {
            return null;
        }
        IReadOnlyList<StatementSyntax> siblings = StatementLists.Siblings(bindStatement);
        List<StatementSyntax> crossed = siblings.SkipWhile(statement => statement != bindStatement).TakeWhile(statement => statement != setStatement).ToList();
        if (crossed.Count == 0 || !siblings.Contains(setStatement) || !CanCross(setStatement, crossed))
            return null;
        return new RepairPlan(Resources.MoveBeforeBind, Changes(new StatementLines(bindStatement, site.Text), new StatementLines(setStatement, site.Text), site.Text));
    }

    private static ImmutableArray<TextChange> Changes(StatementLines bind, StatementLines set, SourceText text)
    {
        // Whole lines move as they are; in a line that holds more, the statement alone does.
        if (!set.OwnsLines || !bind.StartsLine)
        {
            TextSpan rest = TextSpan.FromBounds(set.Statement.Span.End, set.Statement.FullSpan.End);
            TextSpan removed = text.ToString(rest).All(character => character == ' ') ? TextSpan.FromBounds(set.Statement.SpanStart, rest.End) : set.Statement.Span;
            return ImmutableArray.Create(bind.InsertBefore(set.Statement.ToString()), new TextChange(removed, ""));
        }
        string lines = text.ToString(TextSpan.FromBounds(set.Start, set.End));
        bool endsFile = !lines.EndsWith("\n", StringComparison.Ordinal) && !lines.EndsWith("\r", StringComparison.Ordinal);
        int start = endsFile ? set.Start - set.LineBreak.Length : set.Start;
        return ImmutableArray.Create(
            new TextChange(new TextSpan(bind.Start, 0), endsFile ? lines + bind.LineBreak : lines),
            new TextChange(TextSpan.FromBounds(start, set.End), ""));
    }

    private static bool CanCross(StatementSyntax set, List<StatementSyntax> crossed)
    {
        // What the option is set to must be what it would have been, and no path that ended in between may get it.
        if (set.DescendantNodes().Any(node => node is InvocationExpressionSyntax && node.Parent != set && !IsTheCall(node, set)) || set.ContainsDirectives)
            return false;
        var names = new HashSet<string>(set.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return !crossed.Any(statement => statement.ContainsDirectives
            || statement is LabeledStatementSyntax or LocalFunctionStatementSyntax
            || statement.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax).Any(node => IsJump(node) || Changes(node, names)));
    }

    /// <summary>Is it the call that sets the option, rather than one in its arguments?</summary>
    private static bool IsTheCall(SyntaxNode call, StatementSyntax set) => StatementLists.StatementOf((ExpressionSyntax)call) == set;

    private static bool IsJump(SyntaxNode node) =>
        node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax;

    /// <summary>Does the node declare or assign a variable of one of the names?</summary>
    private static bool Changes(SyntaxNode node, HashSet<string> names) => node switch
    {
        VariableDeclaratorSyntax declarator => names.Contains(declarator.Identifier.ValueText),
        SingleVariableDesignationSyntax designation => names.Contains(designation.Identifier.ValueText),
        ForEachStatementSyntax loop => names.Contains(loop.Identifier.ValueText),
        AssignmentExpressionSyntax assignment => Names(assignment.Left, names),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => Names(argument.Expression, names),
        PostfixUnaryExpressionSyntax unary => Names(unary.Operand, names),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } unary => Names(unary.Operand, names),
        _ => false,
    };

    /// <summary>Is one of the names what the expression assigns: its last name, or one of a tuple?</summary>
    private static bool Names(ExpressionSyntax target, HashSet<string> names) => target switch
    {
        IdentifierNameSyntax name => names.Contains(name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => names.Contains(access.Name.Identifier.ValueText),
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Names(argument.Expression, names)),
        _ => false,
    };
}
