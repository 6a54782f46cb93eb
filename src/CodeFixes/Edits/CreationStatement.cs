using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>A statement that makes an object and puts it into a variable.</summary>
/// <param name="Statement">A declaration, an assignment, a <c>using</c>; null where the assignment is the body of a member or a lambda.</param>
/// <param name="Assignment">Null where it is a declaration.</param>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type.</param>
/// <param name="Site">Tells where statements can stand.</param>
internal sealed record CreationStatement(StatementSyntax? Statement, ExpressionSyntax? Assignment, string Name, string? Type, FixSite Site)
{
    /// <summary>Can somebody who catches what is thrown after the assignment meet the object? Before, there was none.</summary>
    public bool OutlivesFailure => Assignment is AssignmentExpressionSyntax { Left: var target }
        && (Site.Model.GetSymbolInfo(target).Symbol is not { } variable || variable is not (ILocalSymbol or IParameterSymbol { RefKind: RefKind.None }) || Uses(variable).Any(use => !IsAlone(use, variable)));

    private IEnumerable<IdentifierNameSyntax> Uses(ISymbol variable) =>
        Site.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(Site.Model.GetSymbolInfo(name).Symbol, variable));

    /// <summary>Do all that could catch it, and the function, stand around the use as well, and does no loop come back to the variable?</summary>
    private bool IsAlone(IdentifierNameSyntax use, ISymbol variable) =>
        Assignment!.Ancestors().Where(IsCatching).All(node => node.Span.Contains(use.Span) && !node.Ancestors().Any(around => IsLoop(around) && !variable.DeclaringSyntaxReferences.Any(declared => around.Span.Contains(declared.Span))))
        && Function(use) == Function(Assignment);

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>What is done at last meets the object as well as a handler does.</summary>
    private static bool IsCatching(SyntaxNode node) => node is BlockSyntax { Parent: TryStatementSyntax attempt } && attempt.Block == node;

    private static SyntaxNode? Function(SyntaxNode node) => node.Ancestors().FirstOrDefault(around => around is (MemberDeclarationSyntax and not GlobalStatementSyntax) or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>The statements that come right after, in the same list.</summary>
    public IReadOnlyList<StatementSyntax> Following => Statement switch
    {
        null => [],
        UsingStatementSyntax opened => Body(opened),
        _ => StatementLists.Siblings(Statement).SkipWhile(statement => statement != Statement).Skip(1).ToList(),
    };

    /// <summary>Null where the object goes elsewhere.</summary>
    public static CreationStatement? Of(ExpressionSyntax creation, FixSite site) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax statement } } variable }
            when statement is LocalDeclarationStatementSyntax || (statement is UsingStatementSyntax opened && Body(opened).Length > 0) =>
            new CreationStatement(statement, null, variable.Identifier.Text, NameOf((site.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type), site),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax or MemberAccessExpressionSyntax } assignment
            when assignment.Left.DescendantNodesAndSelf().All(node => SameTwice.Holds(node, site)) =>
            new CreationStatement(assignment.Parent as ExpressionStatementSyntax, assignment, assignment.Left.ToString(), NameOf(site.Model.GetTypeInfo(assignment.Left).Type), site),
        _ => null,
    };

    /// <summary>Puts statements before and right after it; null where they cannot stand there.</summary>
    public TextChange[]? Insert(string[] before, string[] after)
    {
        if (before.Length + after.Length == 0)
            return [];
        if (Assignment is not null)
            return Place.Around(Assignment, Site)?.Insert(before, after);
        if (Statement is not UsingStatementSyntax opened || after.Length == 0)
            return Place.Around(Statement!, Site.Text)?.Insert(before, after);
        TextChange[]? inside = Place.Around(Body(opened)[0], Site.Text)?.Insert(after, []);
        if (before.Length == 0 || inside is null)
            return inside;
        // Where both end, the brace inside comes first.
        return Place.Around(Statement, Site.Text)?.Insert(before, []) is { } outside ? [.. inside, .. outside] : null;
    }

    private static StatementSyntax[] Body(UsingStatementSyntax opened) => opened.Statement is BlockSyntax block ? [.. block.Statements] : [opened.Statement];

    private static string? NameOf(ITypeSymbol? type) => type?.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
