using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>The expression of a lambda: it becomes a block, on its line.</summary>
internal sealed class LambdaPlace : Place
{
    private readonly ExpressionSyntax body;

    private LambdaPlace(ExpressionSyntax body) => this.body = body;

    /// <summary>Null in an expression tree, which takes no statements, and where the value is returned.</summary>
    public static LambdaPlace? Of(ExpressionSyntax body, LambdaExpressionSyntax lambda, FixSite site) =>
        site.Model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { TypeKind: TypeKind.Delegate } && !HasDirectiveInside(body) && !Returns(body, site.Model.GetSymbolInfo(lambda).Symbol, site)
            ? new LambdaPlace(body)
            : null;

    public override TextChange[] Insert(string[] before, string[] after) =>
    [
        new TextChange(new TextSpan(body.SpanStart, 0), "{ " + Join(before)),
        new TextChange(new TextSpan(body.Span.End, 0), "; " + Join(after) + "}"),
    ];
}
