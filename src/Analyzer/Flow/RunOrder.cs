using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What is known of the order in which the bodies of a type run: initializers first, then constructors, then anything.</summary>
internal static class RunOrder
{
    /// <summary>May the graph run at all? A local function that nobody calls does not.</summary>
    public static bool IsRun(EventGraph graph) => graph.Body.Graphs[0] == graph || graph.Body.CalledFunctions.Contains(graph) || graph.Body.DelegatedFunctions.Contains(graph);

    public static bool IsConstructor(EventGraph graph) => graph.Body.Graphs[0] == graph && graph.Body.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>Is it an initializer or a constructor that starts nothing, so that nothing on its object can wait yet?</summary>
    public static bool IsBeforeAll(EventGraph graph) =>
        (IsConstructor(graph) || (graph.Body.Graphs[0] == graph && graph.Body.Root is EqualsValueClauseSyntax)) && !graph.AllEvents.Any(socketEvent => socketEvent.Kind is SocketEventKind.Called or SocketEventKind.Delegated or SocketEventKind.DelegateCalled);

    /// <summary>Can the second body be the next to run after the first, on the same object or on the same type?</summary>
    public static bool MayFollow(EventGraph first, EventGraph second, bool onObject, Universe universe)
    {
        INamedTypeSymbol? type = first.Body.Symbol?.ContainingType;
        bool isInitializer = first.Body.Root is EqualsValueClauseSyntax;
        bool isConstructor = IsConstructor(second);
        if (second.Body.Root is EqualsValueClauseSyntax)
            return false;
        bool isOfType = MayShareObject(first, second);
        if (onObject && (!isOfType || (isConstructor && !isInitializer)))
            return false;
        // A constructor comes between, if there is one.
        return !isInitializer || isConstructor || !isOfType || second.Body.Symbol is { IsStatic: true }
            || !Callees.Constructors(type!).Any() || !Callees.Constructors(type!).All(constructor => universe.Find(constructor) is not null);
    }

    public static bool MayShareObject(EventGraph first, EventGraph second) => MayShareObject(first.Body.Symbol?.ContainingType, second.Body.Symbol?.ContainingType);

    /// <summary>May an object be of both types?</summary>
    public static bool MayShareObject(ITypeSymbol? one, ITypeSymbol? other) => SocketSymbols.DerivesFrom(one, other) || SocketSymbols.DerivesFrom(other, one);

    /// <summary>Can the body run on an object of the type that is there already?</summary>
    public static bool MayRunOn(INamedTypeSymbol type, EventGraph body) =>
        body.Body is { Root: not EqualsValueClauseSyntax, Symbol: { IsStatic: false, ContainingType: { } owner } } && body.Body.Graphs[0] == body && !IsConstructor(body)
        && MayShareObject(owner, type);
}
