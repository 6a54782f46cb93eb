using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Where a call, an assignment or a creation can stand, and what its receiver can be: told by the syntax of it.</summary>
internal static class Positions
{
    public static readonly IReadOnlyList<string> All =
    [
        "block", "if", "else", "for", "other loop", "using", "lock", "switch section", "label", "member", "accessor", "lambda", "local function", "top level",
        "one-line body", "try", "after #if", "several lines",
        "conditional access", "field", "property", "indexer", "parameter", "method call", "implicit this",
    ];

    /// <summary>The positions of what is marked in the file.</summary>
    public static IEnumerable<string> In(string marked, SettingsOfTheBuild settings)
    {
        string source = "";
        var spans = new List<TextSpan>();
        for (int at = 0; ;)
        {
            int start = marked.IndexOf("[|", at, StringComparison.Ordinal);
            if (start < 0)
            {
                SyntaxTree tree = CSharpSyntaxTree.ParseText(source + marked[at..], new CSharpParseOptions(settings.Language), cancellationToken: TestContext.Current.CancellationToken);
                SemanticModel model = CSharpCompilation.Create("Positions", [tree], settings.References).GetSemanticModel(tree);
                return [.. spans.SelectMany(span => Of(tree.GetRoot().FindNode(span, getInnermostNodeForTie: true), model)).Distinct()];
            }
            int end = marked.IndexOf("|]", start, StringComparison.Ordinal);
            spans.Add(new TextSpan(source.Length + start - at, end - start - 2));
            source += marked[at..start] + marked[(start + 2)..end];
            at = end + 2;
        }
    }

    private static IEnumerable<string> Of(SyntaxNode place, SemanticModel model)
    {
        SyntaxNode whole = place;
        while (whole.Parent is ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax)
            whole = whole.Parent;
        yield return Container(whole.Parent!);
        SyntaxNode statement = (SyntaxNode?)whole.FirstAncestorOrSelf<StatementSyntax>() ?? whole;
        if (LineOf(statement.GetFirstToken().SpanStart) != LineOf(whole.Span.End))
            yield return "several lines";
        if (statement.GetLeadingTrivia().Any(SyntaxKind.IfDirectiveTrivia))
            yield return "after #if";
        if (statement.Parent is BlockSyntax block && LineOf(block.Span.End) == LineOf(block.Parent!.SpanStart))
            yield return "one-line body";
        if (statement.Ancestors().TakeWhile(node => node is StatementSyntax).OfType<BlockSyntax>().Any(around => around.Parent is TryStatementSyntax))
            yield return "try";
        if (whole is ConditionalAccessExpressionSyntax)
            yield return "conditional access";
        if (Receiver(place, whole, model) is { } receiver)
            yield return receiver;

        int LineOf(int position) => place.SyntaxTree.GetText().Lines.GetLineFromPosition(position).LineNumber;
    }

    private static string Container(SyntaxNode parent) => parent switch
    {
        ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax } => "accessor",
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax } => "local function",
        ArrowExpressionClauseSyntax => "member",
        LambdaExpressionSyntax => "lambda",
        ForStatementSyntax => "for",
        ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "other loop",
        IfStatementSyntax => "if",
        ElseClauseSyntax => "else",
        UsingStatementSyntax => "using",
        LockStatementSyntax => "lock",
        SwitchSectionSyntax => "switch section",
        LabeledStatementSyntax => "label",
        GlobalStatementSyntax => "top level",
        StatementSyntax and not BlockSyntax => Container(parent.Parent!),
        _ => "block",
    };

    /// <summary>What is before the member's name, or what a creation is put into; null for a local.</summary>
    private static string? Receiver(SyntaxNode place, SyntaxNode whole, SemanticModel model)
    {
        SyntaxNode? receiver = place switch
        {
            InvocationExpressionSyntax { Expression: var called } => Before(called),
            AssignmentExpressionSyntax { Left: var assigned } => Before(assigned),
            BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } => assignment.Left,
            BaseObjectCreationExpressionSyntax => place,
            _ => null,
        };
        while (receiver is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            receiver = receiver is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)receiver).Expression;
        return receiver switch
        {
            null or ThisExpressionSyntax or BaseExpressionSyntax => "implicit this",
            InvocationExpressionSyntax => "method call",
            ElementAccessExpressionSyntax => "indexer",
            _ => model.GetSymbolInfo(receiver).Symbol switch
            {
                IFieldSymbol => "field",
                IPropertySymbol => "property",
                IParameterSymbol => "parameter",
                _ => null,
            },
        };

        SyntaxNode? Before(ExpressionSyntax member) => member switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => (whole as ConditionalAccessExpressionSyntax)?.Expression,
            _ => null,
        };
    }
}
