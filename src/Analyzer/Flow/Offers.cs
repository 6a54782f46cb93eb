using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Tells what a method that joins a multicast group proves of a socket. One that is only there for others, who may never
/// call it, proves nothing.
/// </summary>
internal sealed class Offers
{
    private readonly Universe universe;
    private readonly IOperation bind;
    private readonly Mentions mentions;
    private readonly VariableValues values;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;
    private readonly HashSet<ISymbol> asked = new(SymbolEqualityComparer.Default);
    private HashSet<string>? binders;

    /// <param name="universe">The bodies that are known.</param>
    /// <param name="bind">Where the socket is bound.</param>
    /// <param name="mentions">Finds who may call a method.</param>
    /// <param name="values">Knows what a name stands for.</param>
    /// <param name="reach">Knows what other methods spell.</param>
    /// <param name="cancellation">Ends it.</param>
    public Offers(Universe universe, IOperation bind, Mentions mentions, VariableValues values, SourceReach reach, CancellationToken cancellation)
    {
        this.universe = universe;
        this.bind = bind;
        this.mentions = mentions;
        this.values = values;
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>Is the body one that binds as well, or that somebody is sure to call?</summary>
    public bool IsNone(Body body) => Runs(body) || !IsOffer(body.Symbol);

    /// <summary>
    /// Is it a method for others that gets a group and that nobody names but other offers? Not what may be called out of sight
    /// by its name, its attribute or its interface: a message of a game engine, which may be private, or the method of a program.
    /// </summary>
    private bool IsOffer(ISymbol? symbol)
    {
        if (symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, Name: not "Main" } method || !IsOfPlainType(method)
            || !method.Parameters.Any(parameter => MayBeGroup(parameter.Type))
            || !method.GetAttributes().IsEmpty || Visibility.ImplementedBy(method).Any(member => member.DeclaringSyntaxReferences.IsEmpty || !member.GetAttributes().IsEmpty))
        {
            return false;
        }
        if (!asked.Add(method))
            return true;
        if (mentions.Of(method, cancellation) is not { } all)
            return false;
        List<SyntaxNode> users = all.FindAll(body => Callees.Declaration(method) != body && Names(body, method));
        return (users.Count > 0 || !Visibility.IsPrivate(method))
            && users.TrueForAll(user => values.Model(user).GetDeclaredSymbol(user, cancellation) is { } caller && !MayRunBind(user, caller) && IsOffer(caller));
    }

    private static bool IsOfPlainType(ISymbol member)
    {
        INamedTypeSymbol? type = member.ContainingType;
        while (type is { DeclaringSyntaxReferences.IsEmpty: false })
            type = type.BaseType;
        return type is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType };
    }

    /// <summary>An address, what has one or is one in words, or several of them.</summary>
    private static bool MayBeGroup(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol array => MayBeGroup(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } of => of.TypeArguments.Any(MayBeGroup),
        _ => type.ContainingNamespace is { Name: "Net" or "Sockets" } && FrameworkAssemblies.Declare(type),
    };

    /// <summary>Does one of the names in the body stand for the method, for a member of an interface, which it may implement, or for nobody knows what?</summary>
    private bool Names(SyntaxNode body, IMethodSymbol method) =>
        Mentions.Names(body, method.Name, cancellation).Any(name => MayBe(values.Named(name, cancellation), method));

    private static bool MayBe(SymbolInfo named, IMethodSymbol method)
    {
        return named.Symbol is { } symbol ? IsIt(symbol) : named.CandidateSymbols.IsEmpty || named.CandidateSymbols.Any(IsIt);

        bool IsIt(ISymbol one) => one.ContainingType is { TypeKind: TypeKind.Interface }
            || SymbolEqualityComparer.Default.Equals(((one as IMethodSymbol)?.ReducedFrom ?? one).OriginalDefinition, method.OriginalDefinition);
    }

    /// <summary>Of a body that is not known, told by the names that it spells.</summary>
    private bool MayRunBind(SyntaxNode root, ISymbol caller)
    {
        binders ??= new HashSet<string>(universe.Members.Where(Runs).Select(body => NameOf(body.Symbol)), StringComparer.Ordinal);
        return universe.Find(root) is { } body ? Runs(body) : reach.Spells(caller, binders, cancellation);
    }

    /// <summary>What those spell who run the body.</summary>
    private static string NameOf(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => symbol.Name,
        IMethodSymbol { AssociatedSymbol: { } member } => member.Name,
        _ => symbol?.ContainingType.Name ?? "",
    };

    /// <summary>Does the body run the bind, itself or by what it calls?</summary>
    private bool Runs(Body body)
    {
        var run = new List<Body> { body };
        for (int i = 0; i < run.Count; i++)
        {
            if (run[i].Root.Contains(bind.Syntax))
                return true;
            IEnumerable<SocketEvent> calls = run[i].Graphs.SelectMany(universe.MetEvents).Where(socketEvent => socketEvent.Kind == SocketEventKind.Called);
            run.AddRange(calls.Select(call => universe.MapOf(call).Callee.Body).Except(run).ToList());
        }
        return false;
    }
}
