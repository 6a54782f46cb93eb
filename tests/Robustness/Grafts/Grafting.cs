using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Robustness.Grafts;

/// <summary>Sets one of the grafts, each in its turn, into every body whose end can be reached.</summary>
internal sealed class Grafting
{
    public const string Prefix = "graft";

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>That of the number in its name.</summary>
    public static Graft Of(int number) => Graft.All[number % Graft.All.Count];

    public string Into(SemanticModel model)
    {
        var changes = new List<TextChange>();
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (BodyOf(node) is not { OpenBraceToken.IsMissing: false, CloseBraceToken.IsMissing: false } body || PlaceOfLast(body, model) is not { } place)
                continue;
            (string first, string last) = Of(Count).Named($"{Prefix}{Count}");
            Count++;
            changes.Add(new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), $" {first} "));
            changes.Add(new TextChange(new TextSpan(place, 0), $" {last} "));
        }
        return model.SyntaxTree.GetText().WithChanges(changes.OrderBy(change => change.Span.Start)).ToString();
    }

    private static BlockSyntax? BodyOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        AccessorDeclarationSyntax accessor => accessor.Body,
        LocalFunctionStatementSyntax function => function.Body,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    /// <summary>Null where nothing comes to the end.</summary>
    private static int? PlaceOfLast(BlockSyntax body, SemanticModel model)
    {
        if (body.Statements.LastOrDefault() is not { } last)
            return body.CloseBraceToken.SpanStart;
        ControlFlowAnalysis flow = model.AnalyzeControlFlow(last)!;
        return last is ReturnStatementSyntax or ThrowStatementSyntax
            ? flow.StartPointIsReachable ? last.SpanStart : null
            : flow.EndPointIsReachable ? body.CloseBraceToken.SpanStart : null;
    }
}
