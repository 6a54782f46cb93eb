using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Finds the only value that a variable ever has: of a local, a readonly field or a get-only property.</summary>
internal sealed class SingleValues
{
    private readonly Compilation compilation;

    public SingleValues(Compilation compilation) => this.compilation = compilation;

    /// <summary>Null where there may be another value, or where the object itself may be changed.</summary>
    public IOperation? Of(IOperation variable, CancellationToken cancellation) => variable switch
    {
        ILocalReferenceOperation local => OfLocal(local.Local, cancellation),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfMember(field, cancellation),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property } => OfMember(property, cancellation),
        _ => null,
    };

    private IOperation? OfLocal(ILocalSymbol local, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer: { } initializer } declarator)
            return null;
        SyntaxNode body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot(cancellation);
        return IsChanged(body, local.Name, declarator.Identifier) ? null : Value(initializer.Value, cancellation);
    }

    private IOperation? OfMember(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.Length != 1)
            return null;
        SyntaxNode declaration = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        foreach (SyntaxReference type in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (IsChanged(type.GetSyntax(cancellation), member.Name, default))
                return null;
        }
        ExpressionSyntax? value = declaration switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        };
        return value is null ? null : Value(value, cancellation);
    }

    private IOperation? Value(ExpressionSyntax expression, CancellationToken cancellation) =>
        compilation.GetSemanticModel(expression.SyntaxTree).GetOperation(expression, cancellation);

    /// <summary>Is a variable of that name, or a member of its object, assigned anywhere in the scope, or passed by reference?</summary>
    private static bool IsChanged(SyntaxNode scope, string name, SyntaxToken declaration)
    {
        foreach (SyntaxToken token in scope.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != name || token == declaration || token.Parent is not IdentifierNameSyntax use)
                continue;
            ExpressionSyntax place = use;
            while (place.Parent is MemberAccessExpressionSyntax access)
                place = access;
            if (place.Parent is AssignmentExpressionSyntax assignment && assignment.Left == place)
                return true;
            if (place.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression })
                return true;
            if (place.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax && place != use)
                return true;
        }
        return false;
    }
}
