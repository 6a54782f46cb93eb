using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.CodeFixes.Places;

/// <summary>Knows where a statement can get a neighbour: in a block, a switch section or among top-level statements.</summary>
internal static class StatementLists
{
    /// <summary>The statement that consists of the call or assignment; null where it is part of something larger.</summary>
    public static ExpressionStatementSyntax? StatementOf(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
            node = access;
        return node.Parent as ExpressionStatementSyntax;
    }

    /// <summary>Can another statement stand before it? Before a labelled one it stands after the label.</summary>
    public static bool HasNeighbours(StatementSyntax statement)
    {
        SyntaxNode node = statement;
        while (node.Parent is LabeledStatementSyntax label)
            node = label;
        return Container(node) is not null;
    }

    /// <summary>The statements of the list that the statement stands in; empty where it stands in none.</summary>
    public static IReadOnlyList<StatementSyntax> Siblings(StatementSyntax statement) => Container(statement) switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList(),
        _ => [],
    };

    private static SyntaxNode? Container(SyntaxNode node) => node.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => node.Parent,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit,
        _ => null,
    };
}
