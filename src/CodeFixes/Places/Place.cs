using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>Where statements can be put so that they run right before or after another, on the same paths and in the same scope.</summary>
internal abstract class Place
{
    /// <summary>Null where nothing can be put next to the call without changing what is evaluated when.</summary>
    public static Place? Around(ExpressionSyntax call, FixSite site)
    {
        ExpressionSyntax whole = Whole(call);
        return whole.Parent switch
        {
            ExpressionStatementSyntax statement => Around(statement, site.Text),
            LambdaExpressionSyntax lambda when lambda.Body == whole => LambdaPlace.Of(whole, lambda, site),
            ArrowExpressionClauseSyntax arrow => ArrowPlace.Of(arrow, site),
            _ => null,
        };
    }

    /// <summary>As <see cref="Around(ExpressionSyntax, FixSite)"/>, where nothing is to come after: a loop may begin with the call too.</summary>
    public static Place? Before(ExpressionSyntax call, FixSite site) =>
        Whole(call) is { Parent: ForStatementSyntax loop } whole && loop.Initializers.FirstOrDefault() == whole ? Around(loop, site.Text) : Around(call, site);

    /// <summary>Null where the statement can get no neighbour, not even with braces.</summary>
    public static Place? Around(StatementSyntax statement, SourceText text) =>
        Directives.MayCutOff(statement) ? null : StatementLists.HasNeighbours(statement) ? new ListPlace(new StatementLines(statement, text)) : BracedPlace.Of(statement, text);

    /// <summary>The conditional access that ends in the call, or the call itself.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax call)
    {
        ExpressionSyntax whole = call;
        while (whole.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == whole)
            whole = access;
        return whole;
    }

    /// <summary>Puts statements before and after it, each on a line of its own where it has one.</summary>
    public abstract TextChange[] Insert(string[] before, string[] after);

    /// <summary>Could its end be compiled without its start, or the other way round?</summary>
    protected static bool HasDirectiveInside(SyntaxNode node) =>
        node.ContainsDirectives && node.DescendantTrivia().Any(trivia => trivia.IsDirective && node.Span.Contains(trivia.Span));

    /// <summary>Is the value of the expression, which is the body of the function, what that returns?</summary>
    protected static bool Returns(ExpressionSyntax body, ISymbol? function, FixSite site) =>
        site.Model.GetTypeInfo(body).Type is not { SpecialType: SpecialType.System_Void }
        && function is not (IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } });

    protected static string Join(IEnumerable<string> statements) => string.Concat(statements.Select(statement => statement + " "));
}

/// <summary>In a block, in a switch section, among top-level statements.</summary>
internal sealed class ListPlace : Place
{
    private readonly StatementLines lines;

    public ListPlace(StatementLines lines) => this.lines = lines;

    public override TextChange[] Insert(string[] before, string[] after)
    {
        var changes = new List<TextChange>();
        if (before.Length > 0)
            changes.Add(lines.InsertBefore(before));
        if (after.Length > 0)
            changes.Add(lines.InsertAfter(after));
        return [.. changes];
    }
}
