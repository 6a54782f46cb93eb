using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Tells who can get at what a member holds.</summary>
internal sealed class MemberAccess
{
    private readonly Universe universe;
    private readonly Surroundings surroundings;
    private readonly IReadOnlyList<EventGraph> roots;
    private HashSet<ISymbol>? changedFromOutside;
    private HashSet<ISymbol>? givenOut;

    /// <param name="universe">The bodies.</param>
    /// <param name="surroundings">Those that were searched for.</param>
    /// <param name="roots">The graphs to start at, once they are known.</param>
    public MemberAccess(Universe universe, Surroundings surroundings, IReadOnlyList<EventGraph> roots)
    {
        this.universe = universe;
        this.surroundings = surroundings;
        this.roots = roots;
    }

    /// <summary>Is every member taken for one that others may get at?</summary>
    public bool AreAllOpen { get; set; } = true;

    /// <summary>Can code that is not here get at what the member holds between two calls?</summary>
    public bool IsOpen(AccessPath path)
    {
        if (AreAllOpen || universe.IsCut)
            return true;
        AccessPath top = path;
        while (top.Owner is { Owner: not null } owner)
            top = owner;
        // The object itself, of a type derived from Socket.
        return top.Symbol is not { } member || top.Owner is null
            ? path.Root.Type is not { DeclaredAccessibility: Accessibility.Private }
            : !surroundings.Encloses(member) || IsChangedFromOutside(member);
    }

    /// <summary>Can only bodies that are here name the member, and does none of them give others what it holds? Who gets its owner cannot get at it.</summary>
    public bool IsUnnamed(AccessPath path) => IsPrivate(path) && !IsOpen(path) && !IsGivenOut(path);

    /// <summary>Is it a member of the object or of the type, and private all along?</summary>
    public static bool IsPrivate(AccessPath path)
    {
        for (AccessPath? current = path; current is { Owner: not null }; current = current.Owner)
        {
            if (current.Symbol is not { } member || !Visibility.IsPrivate(member))
                return false;
        }
        return path.Owner is not null && path.Root.Key is string;
    }

    private bool IsGivenOut(AccessPath path)
    {
        givenOut ??= new HashSet<ISymbol>(universe.Members.Where(body => body.Symbol is IMethodSymbol method && !Visibility.IsPrivate(method)).SelectMany(body => body.Graphs[0].AllEvents)
            .Where(socketEvent => socketEvent.Kind == SocketEventKind.Returned).Select(socketEvent => socketEvent.Path.Symbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return path.Symbol is { } member && givenOut.Contains(member);
    }

    /// <summary>Does a body do more than listen to the member of an object that is not its own?</summary>
    private bool IsChangedFromOutside(ISymbol member)
    {
        changedFromOutside ??= new HashSet<ISymbol>(roots.SelectMany(root => root.AllEvents).SelectMany(Changed).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return changedFromOutside.Contains(member);
    }

    private static ISymbol?[] Changed(SocketEvent socketEvent)
    {
        bool isChange = socketEvent.Kind is not (SocketEventKind.Listened or SocketEventKind.Accepted or SocketEventKind.Closed or SocketEventKind.Connected or SocketEventKind.Connecting or SocketEventKind.JoinedGroup);
        return [isChange ? Foreign(socketEvent.Path) : null, Foreign(socketEvent.Source)];
    }

    private static ISymbol? Foreign(AccessPath? path) => path?.Owner is { Key: not string } ? path.Symbol : null;
}
