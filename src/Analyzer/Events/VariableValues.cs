using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.Events;

/// <summary>Finds every value that a variable ever has: of a local, a readonly field or a get-only property. Kept for one compilation.</summary>
internal sealed class VariableValues
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ExpressionSyntax>?> known = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;

    public VariableValues(Compilation compilation) => this.compilation = compilation;

    public SemanticModel Model(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>Null where there may be another value, or where the object itself may be changed.</summary>
    public IReadOnlyList<ExpressionSyntax>? Of(ISymbol variable, CancellationToken cancellation)
    {
        if (!known.TryGetValue(variable, out IReadOnlyList<ExpressionSyntax>? values))
            values = known.GetOrAdd(variable, Find(variable, cancellation));
        return values;
    }

    private List<ExpressionSyntax>? Find(ISymbol variable, CancellationToken cancellation)
    {
        if (variable.DeclaringSyntaxReferences.Length != 1)
            return null;
        SyntaxNode declaration = variable.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        switch (variable)
        {
            case ILocalSymbol { RefKind: RefKind.None } when declaration is VariableDeclaratorSyntax declarator:
                SyntaxNode body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot(cancellation);
                return Collect([body], variable, declarator.Initializer?.Value, cancellation);
            case IFieldSymbol { IsReadOnly: true } when declaration is VariableDeclaratorSyntax declarator:
                return Collect(Types(variable, cancellation), variable, declarator.Initializer?.Value, cancellation);
            case IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } when declaration is PropertyDeclarationSyntax property:
                return IsGetOnly(property) || Getter(property) is not null
                    ? Collect(Types(variable, cancellation), variable, Getter(property) ?? property.Initializer?.Value, cancellation)
                    : null;
            default:
                return null;
        }
    }

    private static bool IsGetOnly(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is true;

    /// <summary>The one expression that a property's getter gives back.</summary>
    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.ExpressionBody?.Expression ?? property.AccessorList?.Accessors.FirstOrDefault() switch
        {
            { ExpressionBody: { } body } => body.Expression,
            { Body.Statements: { Count: 1 } body } => (body[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };

    private static IEnumerable<SyntaxNode> Types(ISymbol member, CancellationToken cancellation) =>
        member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));

    private List<ExpressionSyntax>? Collect(IEnumerable<SyntaxNode> scopes, ISymbol variable, ExpressionSyntax? initial, CancellationToken cancellation)
    {
        var values = new List<ExpressionSyntax>();
        if (initial is not null)
            values.Add(initial);
        foreach (SyntaxNode scope in scopes)
        {
            foreach (SyntaxToken token in Mentions.Identifiers(scope, variable.Name, cancellation))
            {
                if (token.Parent is not IdentifierNameSyntax use || VariableUses.Of(use) is not { } written)
                    continue;
                if (!SymbolEqualityComparer.Default.Equals(Model(scope).GetSymbolInfo(use, cancellation).Symbol?.OriginalDefinition, variable.OriginalDefinition))
                    continue;
                if (written.Value is not { } value)
                    return null;
                values.Add(value);
            }
        }
        return values.Count == 0 ? null : values;
    }
}
