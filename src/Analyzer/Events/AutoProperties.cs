using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows the properties that are as good as a field.</summary>
internal static class AutoProperties
{
    /// <summary>Declared in source without bodies, and no derived class can replace it.</summary>
    public static bool Contains(IPropertySymbol property)
    {
        if (property.IsAbstract || property.IsOverride || (property.IsVirtual && !property.ContainingType.IsSealed))
            return false;
        IPropertySymbol declared = property.OriginalDefinition;
        return !declared.DeclaringSyntaxReferences.IsEmpty && declared.DeclaringSyntaxReferences.All(reference => HasNoBody(reference.GetSyntax())) && HasField(declared);
    }

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
