using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows the methods in source that do nothing with a function that they get but run it.</summary>
internal static class Runners
{
    /// <summary>A method with more text than this may keep what it gets: it is not read once for each of its calls.</summary>
    private const int MaximumLength = 4_000;

    /// <summary>Is what the call hands over by the parameter only run?</summary>
    public static bool OnlyRun(IParameterSymbol parameter, IMethodSymbol callee, bool isVirtual, SocketSymbols symbols, CancellationToken cancellation) =>
        parameter.RefKind == RefKind.None && Callees.CanSee(callee, isVirtual, symbols)
        && Callees.Declaration(callee) is { Span.Length: <= MaximumLength } body
        && Mentions.Identifiers(body, parameter.Name, cancellation).All(IsRun);

    private static bool IsRun(SyntaxToken mention) => mention.Parent switch
    {
        ParameterSyntax => true,
        IdentifierNameSyntax { Parent: InvocationExpressionSyntax call } name => call.Expression == name,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax } access } name => access.Expression == name,
        IdentifierNameSyntax { Parent: ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } } access } name => access.Expression == name,
        IdentifierNameSyntax { Parent: { } test } => IsNullTest(test),
        _ => false,
    };

    private static bool IsNullTest(SyntaxNode test) => test switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => true,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
        _ => false,
    };
}
