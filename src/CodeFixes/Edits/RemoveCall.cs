using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Takes a set away, and leaves the comments around it, and what else it does.</summary>
internal static class RemoveCall
{
    public static RepairPlan? Plan(FixSite site) => site.Contract.Edits.HasFlag(SafeEdits.RemoveCall)
        ? RepairPlan.Of(Resources.RemoveCall, [Changes(site, site.Diagnostic.Location.SourceSpan)])
        : null;

    /// <summary>Null where its value is used, or where something in it has to be evaluated that can be no statement.</summary>
    public static TextChange[]? Changes(FixSite site, TextSpan span)
    {
        if (OptionSet.At(span, site) is not { } set || site.DependsOnTarget(set.Expression))
            return null;
        if (set.Expression is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } element)
            return HasEffect(element.Right, site) ? null : WithoutElement(initializer, element, site.Text);
        ExpressionSyntax whole = Place.Whole(set.Expression);
        if ((set.Statement is { } own && Directives.MayCutOff(own)) || !TryKeep(set, whole, site, out ExpressionSyntax? kept))
            return null;
        if (kept is not null)
            return whole.Parent is ExpressionStatementSyntax or ForStatementSyntax && !Remarks.In(whole, whole.Span, kept.Span) ? [new TextChange(whole.Span, kept.ToString())] : null;
        return whole.Parent switch
        {
            _ when Remarks.In(whole, whole.Span) || (TakesSemicolon(whole) && !new Layout(site.Text).IsBlank(TextSpan.FromBounds(whole.Span.End, Behind(whole)))) => null,
            ExpressionStatementSyntax { Parent: LabeledStatementSyntax } statement => [new TextChange(whole.Span, "")],
            ExpressionStatementSyntax statement when StatementLists.HasNeighbours(statement) => [new TextChange(new Layout(site.Text).CodeToRemove(statement.Span), "")],
            ExpressionStatementSyntax statement => [new TextChange(statement.Span, "{ }")],
            ForStatementSyntax loop when loop.Initializers.Count <= 1 && loop.Incrementors.Count <= 1 => [new TextChange(whole.Span, "")],
            LambdaExpressionSyntax lambda => LambdaPlace.Of(whole, lambda, site) is null ? null : [new TextChange(whole.Span, "{ }")],
            ArrowExpressionClauseSyntax arrow => WithoutArrow(arrow, site),
            _ => null,
        };
    }

    /// <summary>Does the semicolon go with it, and what stands before that?</summary>
    private static bool TakesSemicolon(ExpressionSyntax whole) => whole.Parent is ArrowExpressionClauseSyntax or ExpressionStatementSyntax { Parent: not LabeledStatementSyntax };

    /// <summary>Where the next token is, though it may be one that is not typed yet, or the end of the file.</summary>
    private static int Behind(ExpressionSyntax whole) => whole.GetLastToken(includeZeroWidth: true).GetNextToken(includeZeroWidth: true).SpanStart;

    /// <summary>What must still be evaluated: the receiver, if it does something; null where nothing must.</summary>
    private static bool TryKeep(OptionSet set, ExpressionSyntax whole, FixSite site, out ExpressionSyntax? kept)
    {
        kept = null;
        if (whole.DescendantNodes().Any(node => node.SpanStart > set.Name.Span.End && HasEffectItself(node, site)))
            return false;
        ExpressionSyntax? receiver = whole is ConditionalAccessExpressionSyntax access ? access.Expression : (set.Name.Parent as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is null || !HasEffect(receiver, site))
            return true;
        kept = receiver;
        return receiver is InvocationExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax;
    }

    private static bool HasEffect(ExpressionSyntax expression, FixSite site) => expression.DescendantNodesAndSelf().Any(node => HasEffectItself(node, site));

    private static bool HasEffectItself(SyntaxNode node, FixSite site) => node is ExpressionSyntax && !SameTwice.Holds(node, site) && !site.Model.GetConstantValue(node).HasValue;

    private static TextChange[]? WithoutArrow(ArrowExpressionClauseSyntax arrow, FixSite site) =>
        ArrowPlace.Of(arrow, site)?.Replace("{ }");

    /// <summary>With the comma that parts it from the next, or else from the one before; null where a comment would be lost.</summary>
    private static TextChange[]? WithoutElement(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax element, SourceText text)
    {
        var layout = new Layout(text);
        SeparatedSyntaxList<ExpressionSyntax> all = initializer.Expressions;
        int index = all.IndexOf(element);
        int end = index < all.SeparatorCount ? all.GetSeparator(index).Span.End : element.Span.End;
        if (Remarks.In(element, element.Span) || !HoldsOnly(",", element.Span.End, end))
            return null;
        // Tidy where only white space goes too.
        var code = TextSpan.FromBounds(element.SpanStart, end);
        if (index + 1 < all.Count)
            code = HoldsOnly("", end, all[index + 1].SpanStart) ? TextSpan.FromBounds(code.Start, all[index + 1].SpanStart) : layout.CodeToRemove(code);
        else if (index > 0)
            code = HoldsOnly(",", all[index - 1].Span.End, code.Start) && HoldsOnly("", end, initializer.CloseBraceToken.SpanStart) ? TextSpan.FromBounds(all[index - 1].Span.End, element.Span.End) : layout.CodeToRemove(code);
        else if (initializer.Parent is BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } && HoldsOnly("{", arguments.Span.End, code.Start) && HoldsOnly("}", end, initializer.Span.End))
            code = TextSpan.FromBounds(arguments.Span.End, initializer.Span.End);
        else
            code = layout.CodeToRemove(code);
        return [new TextChange(code, "")];

        bool HoldsOnly(string token, int start, int stop) => text.ToString(TextSpan.FromBounds(start, stop)).Trim() is var held && (held.Length == 0 || held == token);
    }
}
