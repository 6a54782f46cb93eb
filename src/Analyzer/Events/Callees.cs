using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows which called methods have a body in source that is sure to run at the call.</summary>
internal static class Callees
{
    /// <param name="method">A method, accessor, operator or constructor.</param>
    /// <param name="isVirtual">Does the call choose the body by the object?</param>
    /// <param name="symbols">Knows what is in source.</param>
    public static bool CanSee(IMethodSymbol method, bool isVirtual, SocketSymbols symbols)
    {
        // Members of an extension block call what they extend by a name of its own.
        if (method.IsAbstract || method.IsExtern || !symbols.IsInSource(method) || method.ContainingType is null or { CanBeReferencedByName: false } || (isVirtual && IsReplaceable(method)))
            return false;
        return method.MethodKind switch
        {
            // A type in source without a constructor has initializers.
            MethodKind.Constructor => method.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct,
            _ => Declaration(method) is { } declaration && !(MayBeIterator(method) && IsIterator(declaration)),
        };
    }

    /// <summary>The declaration with the body; null where there is none, as of an auto-property's accessor or an implicit constructor.</summary>
    public static SyntaxNode? Declaration(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        SyntaxReference? reference = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault();
        return reference?.GetSyntax() switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            SyntaxNode declaration and (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax) => declaration,
            // A primary constructor is a body where it calls a base constructor.
            TypeDeclarationSyntax { BaseList: { } bases } type when bases.Types.Any(type => type.ArgumentList() is not null) => type,
            _ => null,
        };
    }

    /// <summary>The declarations of the type's constructors that have a body.</summary>
    public static IEnumerable<SyntaxNode> Constructors(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).Select(Declaration).OfType<SyntaxNode>();

    /// <summary>What a field or property is initialized with; null where it is not.</summary>
    public static EqualsValueClauseSyntax? Initializer(SyntaxReference member) => member.GetSyntax() switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    /// <summary>Can another body run instead, of a derived class or an implementation?</summary>
    public static bool IsReplaceable(ISymbol member) =>
        member.IsAbstract || ((member.IsVirtual || (member.IsOverride && !member.IsSealed)) && !member.ContainingType.IsSealed && !FrameworkAssemblies.Declare(member));

    private static bool MayBeIterator(IMethodSymbol method) => method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator";

    /// <summary>An iterator runs when somebody asks for its elements.</summary>
    private static bool IsIterator(SyntaxNode declaration) =>
        declaration.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is YieldStatementSyntax);

    /// <summary>The arguments of a primary constructor's base call, a node newer than the compiler that this analyzer is built on.</summary>
    private static SyntaxNode? ArgumentList(this BaseTypeSyntax type) => type.ChildNodes().FirstOrDefault(node => node.IsKind(SyntaxKind.ArgumentList));
}
