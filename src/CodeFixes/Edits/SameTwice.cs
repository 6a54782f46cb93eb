using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Knows what can be evaluated a second time: it does nothing, and it yields the same.</summary>
internal static class SameTwice
{
    /// <summary>Names, members, casts; of the properties those that only read a field.</summary>
    public static bool Holds(SyntaxNode node, FixSite site) => node switch
    {
        IdentifierNameSyntax name => site.Model.GetSymbolInfo(name).Symbol is not IPropertySymbol property || ReadsField(property),
        NameSyntax or PredefinedTypeSyntax or NullableTypeSyntax or TypeArgumentListSyntax or ThisExpressionSyntax or BaseExpressionSyntax => true,
        MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax => true,
        CastExpressionSyntax cast => site.Model.GetSymbolInfo(cast).Symbol is null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true,
        LiteralExpressionSyntax => true,
        _ => false,
    };

    /// <summary>An auto-property, one whose getter names a field, or one of the framework's that neither waits nor makes what it gives.</summary>
    private static bool ReadsField(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return FrameworkAssemblies.Declare(property) && property is not { Name: "Result" or "Value", ContainingType.Name: "Task" or "ValueTask" or "Lazy" };
        return property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => IsField(value),
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) switch
            {
                { ExpressionBody.Expression: var value } => IsField(value),
                { Body.Statements: { Count: 1 } statements } => statements[0] is ReturnStatementSyntax { Expression: { } value } && IsField(value),
                { Body: null } => !property.IsAbstract,
                _ => false,
            },
            _ => true, // A parameter of a record.
        });

        bool IsField(ExpressionSyntax value)
        {
            string? name = value switch
            {
                IdentifierNameSyntax simple => simple.Identifier.ValueText,
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var own } => own.Identifier.ValueText,
                _ => null,
            };
            return name is not null && property.ContainingType.GetMembers(name).Any(member => member is IFieldSymbol);
        }
    }
}
