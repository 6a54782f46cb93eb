using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>A statement that makes an object and puts it into a variable.</summary>
/// <param name="Statement">A declaration or an assignment; a <c>using</c> whose body is a block.</param>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type.</param>
/// <param name="Text">The text to be changed.</param>
internal sealed record CreationStatement(StatementSyntax Statement, string Name, string? Type, SourceText Text)
{
    /// <summary>The statements that come right after, in the same list.</summary>
    public IEnumerable<StatementSyntax> Following => Statement is UsingStatementSyntax { Statement: BlockSyntax block }
        ? block.Statements
        : StatementLists.Siblings(Statement).SkipWhile(statement => statement != Statement).Skip(1);

    /// <summary>Null where the object goes elsewhere, or where nothing can come right after.</summary>
    public static CreationStatement? Of(ExpressionSyntax creation, FixSite site) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax statement } } variable }
            when statement is LocalDeclarationStatementSyntax or UsingStatementSyntax { Statement: BlockSyntax { Statements.Count: > 0 } } =>
            new CreationStatement(statement, variable.Identifier.Text, NameOf((site.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type), site.Text),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement, Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } assignment
            when assignment.Left.DescendantNodesAndSelf().All(node => SameTwice.Holds(node, site)) =>
            new CreationStatement(statement, assignment.Left.ToString(), NameOf(site.Model.GetTypeInfo(assignment.Left).Type), site.Text),
        _ => null,
    };

    /// <summary>Puts statements before and right after it; null where they cannot stand there.</summary>
    public IEnumerable<TextChange>? Insert(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Count + after.Count == 0)
            return [];
        if (Statement is not UsingStatementSyntax { Statement: BlockSyntax block } || after.Count == 0)
            return Place.Around(Statement, Text)?.Insert(before, after);
        IEnumerable<TextChange>? inside = Place.Around(block.Statements[0], Text)?.Insert(after, []);
        return before.Count == 0 ? inside : Place.Around(Statement, Text)?.Insert(before, []).Concat(inside ?? []);
    }

    private static string? NameOf(ITypeSymbol? type) => type?.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
