using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>Tells who can name a symbol.</summary>
internal static class Visibility
{
    /// <summary>Can only its own type, and the types in and around that, name it, as a parameter of a primary constructor?</summary>
    public static bool IsPrivate(ISymbol symbol) => symbol is IParameterSymbol || symbol.DeclaredAccessibility == Accessibility.Private;

    /// <summary>Can nobody outside the assembly name it, or reach it through an interface that it implements?</summary>
    public static bool IsInternal(ISymbol symbol)
    {
        if (IsPrivate(symbol))
            return !IsReachedByInterface(symbol);
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return !IsReachedByInterface(symbol);
        }
        return false;
    }

    /// <summary>Can it be reached as a member of an interface?</summary>
    public static bool IsReachedByInterface(ISymbol symbol) =>
        symbol is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false }
        || (symbol is IMethodSymbol or IPropertySymbol && symbol.DeclaredAccessibility == Accessibility.Public && ImplementedBy(symbol).Any());

    /// <summary>The members of interfaces that the member is, by its name.</summary>
    public static IEnumerable<ISymbol> ImplementedBy(ISymbol symbol) =>
        symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name)).Where(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
}
