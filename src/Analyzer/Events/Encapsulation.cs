using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Tells by syntax whether the sockets of an object stay in it: whether its type names them only on its own object, and only to
/// use and to fill them. Whoever knows such an object can but call its methods.
/// </summary>
internal static class Encapsulation
{
    /// <summary>Is each socket of an object of the type in a private member of it, and never given to anybody?</summary>
    public static bool Holds(ITypeSymbol? type, SocketSymbols symbols)
    {
        for (; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            if (type.ContainingType is not null)
                return false;
            foreach (ISymbol member in type.GetMembers())
            {
                ITypeSymbol? held = member is IMethodSymbol ? null : SourceReach.TypeOf(member);
                if (member.IsImplicitlyDeclared || !Results.AreFollowed(held, symbols))
                    continue;
                if (!Visibility.IsPrivate(member) || !held!.DeclaringSyntaxReferences.IsEmpty || !type.DeclaringSyntaxReferences.All(part => StaysInside(member.Name, part.GetSyntax())))
                    return false;
            }
        }
        return true;
    }

    private static bool StaysInside(string name, SyntaxNode declaration) =>
        Mentions.Identifiers(declaration, name, CancellationToken.None).All(token => token.Parent switch
        {
            IdentifierNameSyntax mention => OnOwnObject(mention) is { } use && IsUse(use),
            var named => named is VariableDeclaratorSyntax or PropertyDeclarationSyntax,
        });

    /// <summary>The expression that is the member; null where it is that of another object.</summary>
    private static ExpressionSyntax? OnOwnObject(IdentifierNameSyntax mention) => mention.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == mention => access.Expression is ThisExpressionSyntax ? access : null,
        MemberBindingExpressionSyntax => null,
        _ => mention,
    };

    private static bool IsUse(ExpressionSyntax use)
    {
        while (use.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            use = (ExpressionSyntax)use.Parent;
        return use.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == use,
            ConditionalAccessExpressionSyntax access => access.Expression == use,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } assignment => assignment.Left == use,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } => true,
            UsingStatementSyntax or LockStatementSyntax => true,
            _ => false,
        };
    }
}
