using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>Knows the properties of one compilation that are as good as a field.</summary>
internal sealed class AutoProperties
{
    private readonly ConcurrentDictionary<IPropertySymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Declared in source without bodies, and no derived class can replace it.</summary>
    public bool Contains(IPropertySymbol property)
    {
        if (property.IsAbstract || property.IsOverride || (property.IsVirtual && !property.ContainingType.IsSealed))
            return false;
        IPropertySymbol declared = property.OriginalDefinition;
        if (!known.TryGetValue(declared, out bool isOne))
            isOne = known.GetOrAdd(declared, IsDeclaredAsOne(declared));
        return isOne;
    }

    private static bool IsDeclaredAsOne(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty && property.DeclaringSyntaxReferences.All(reference => HasNoBody(reference.GetSyntax())) && HasField(property);

    private static bool HasField(IPropertySymbol property)
    {
        // By its name, since to ask for all members copies them.
        foreach (ISymbol member in property.ContainingType.GetMembers($"<{property.Name}>k__BackingField"))
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
                return true;
        }
        return false;
    }

    private static bool HasNoBody(SyntaxNode declaration) =>
        declaration is not PropertyDeclarationSyntax property
        || (property.ExpressionBody is null && property.AccessorList is { } accessors && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null));
}
