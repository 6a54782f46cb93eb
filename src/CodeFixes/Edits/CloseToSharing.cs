using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Closes a port again that a set opens to other processes: by the opposite option, or by taking back what shares it.</summary>
internal static class CloseToSharing
{
    /// <summary>Sets <c>ExclusiveAddressUse</c> in place of it.</summary>
    public static RepairPlan? Exclusive(FixSite site)
    {
        if (!site.Contract.Edits.HasFlag(SafeEdits.ReplaceByExclusive) || OptionSet.At(site.Diagnostic.Location.SourceSpan, site) is not { Value: { } value } set || IsValueUsed(set, site) || Receiver.HidesMembers(set.Expression, site))
            return null;
        int position = set.Expression.SpanStart;
        bool onWindows = site.Contract.Profile is RuntimeProfile.Unknown or RuntimeProfile.FrameworkOrMono;
        if (onWindows && site.Contract.Edits.HasFlag(SafeEdits.NeverOnWindows))
            return null; // Nothing would be left of it.
        string? test = onWindows ? Options.IsWindows(site, position) : "";
        return test is null ? null : RepairPlan.Of(Resources.UseExclusiveAddressUse, [Replacement(set, value, site), onWindows ? Under($"if ({test}) ", set, site) : []]);
    }

    /// <summary>Clears SO_REUSEPORT right after it.</summary>
    public static RepairPlan? TakeBack(FixSite site)
    {
        if (!site.Contract.Edits.HasFlag(SafeEdits.TakeSharingBack) || !Options.CanTakeSharingBack(site) || OptionSet.At(site.Diagnostic.Location.SourceSpan, site) is not { } set || Receiver.HidesMembers(set.Expression, site))
            return null;
        int position = set.Expression.SpanStart;
        TextChange[]? changes = null;
        if (set.IsInitializer)
        {
            if (set.Expression.Parent!.Parent is BaseObjectCreationExpressionSyntax creation && CreationStatement.Of(creation, site) is { } holder)
                changes = holder.Insert([], [Options.SharingTakenBack(site, position, holder.Name + "." + set.Inside(site))]);
        }
        else if (Place.Around(set.Expression, site) is { } place && Receiver.Of(set.Expression, set.Name.Identifier.ValueText, site) is { } receiver)
        {
            changes = [.. place.Insert(receiver.Declaration, [Options.SharingTakenBack(site, position, receiver.Prefix + set.Inside(site))]), .. receiver.Replacement];
        }
        return RepairPlan.Of(Resources.TakeSharingBack, [changes]);
    }

    /// <summary>
    /// The property's value becomes the opposite; of a call, the name and the value, or all that follows the receiver; of a
    /// listener's property, that of the socket inside, since its own would make it throw once it is started. Null where a
    /// comment or a directive would be lost.
    /// </summary>
    private static TextChange[]? Replacement(OptionSet set, ExpressionSyntax value, FixSite site)
    {
        bool isListeners = !set.IsCall && set.Inside(site) == "Server.";
        if (isListeners && set.Expression.Parent is InitializerExpressionSyntax initializer && initializer.Expressions.Any(element => element is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Server" } }))
            return null; // It cannot be named twice.
        TextSpan replaced = set.IsCall || isListeners ? TextSpan.FromBounds(set.Name.SpanStart, set.Expression.Span.End) : value.Span;
        if (Remarks.In(set.Expression, replaced) || set.Expression.DescendantTrivia().Any(trivia => trivia.IsDirective && set.Expression.Span.Contains(trivia.Span)))
            return null;
        string text = set.IsCall ? Options.ExclusiveAddressUse(site, set.Expression.SpanStart, "", MustStayCall(Place.Whole(set.Expression), set)).TrimEnd(';')
            : !isListeners ? "true"
            : set.IsInitializer ? "Server = { ExclusiveAddressUse = true }"
            : "Server.ExclusiveAddressUse = true";
        return [new TextChange(replaced, text)];
    }

    /// <summary>Behind <c>?.</c>, and in a lambda whose type is inferred: an assignment has a value, and could make it another.</summary>
    private static bool MustStayCall(ExpressionSyntax whole, OptionSet set) => whole != set.Expression
        || whole.Parent is LambdaExpressionSyntax { Parent: not EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: false } } };

    /// <summary>Does an assignment give its value to something else? That would get another one.</summary>
    private static bool IsValueUsed(OptionSet set, FixSite site) => !set.IsCall && !set.IsInitializer
        && Place.Whole(set.Expression) is { Parent: not (ExpressionStatementSyntax or ForStatementSyntax) } whole && Place.Around(whole, site) is null;

    /// <summary>Puts it under a test: in braces where it was embedded, as a block where it was an expression.</summary>
    private static TextChange[]? Under(string test, OptionSet set, FixSite site)
    {
        ExpressionSyntax whole = Place.Whole(set.Expression);
        return whole.Parent switch
        {
            ExpressionStatementSyntax statement when StatementLists.HasNeighbours(statement) => [new TextChange(new TextSpan(whole.SpanStart, 0), test)],
            ExpressionStatementSyntax statement => [new TextChange(new TextSpan(whole.SpanStart, 0), "{ " + test), new TextChange(new TextSpan(statement.Span.End, 0), " }")],
            LambdaExpressionSyntax lambda when LambdaPlace.Of(whole, lambda, site) is not null => [new TextChange(new TextSpan(whole.SpanStart, 0), "{ " + test), new TextChange(new TextSpan(whole.Span.End, 0), "; }")],
            ArrowExpressionClauseSyntax arrow => ArrowPlace.Of(arrow, site)?.Wrap(("{ " + test).TrimEnd(), " }"),
            _ => null,
        };
    }
}
