using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Finds the bodies that have a control flow graph of their own.</summary>
internal static class BodyRoots
{
    /// <summary>The declaration whose operation is the root of the code around the node; null where there is none.</summary>
    public static SyntaxNode? Enclosing(SyntaxNode node)
    {
        SyntaxNode? child = null;
        for (SyntaxNode? current = node; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return current;
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                    return current;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or EnumMemberDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return current;
                case GlobalStatementSyntax:
                    return current.Parent;
                case BaseTypeDeclarationSyntax:
                    // The arguments of a primary constructor's base call belong to the type's constructor.
                    return child is BaseListSyntax ? current : null;
                case AttributeSyntax:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The declaration around the node; of a member's type, those that give the member its value.</summary>
    public static IEnumerable<SyntaxNode> Around(SyntaxNode node)
    {
        if (Enclosing(node) is { } body)
            return new[] { body };
        return node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is (BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax) and { } member
            ? member.DescendantNodes(part => Enclosing(part) != part).Where(part => Enclosing(part) == part)
            : [];
    }

    /// <summary>Null where the code is too broken to have a graph.</summary>
    public static ControlFlowGraph? Graph(SyntaxNode root, SemanticModel model, CancellationToken cancellation) => model.GetOperation(root, cancellation) switch
    {
        { Parent: not null } => null,
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };
}
