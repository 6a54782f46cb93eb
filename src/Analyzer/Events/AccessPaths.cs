using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>The access paths of one body and the functions nested in it.</summary>
internal sealed class AccessPaths
{
    /// <summary>A longer path is not followed: it is as good as unseen.</summary>
    public const int MaximumLength = 5;

    private readonly Dictionary<(AccessPath? Owner, object Key), AccessPath> interned = new(new KeyComparer());
    private readonly List<AccessPath> all = [];
    private readonly AccessPaths? read;
    private readonly SocketSymbols symbols;

    /// <param name="symbols">The socket API.</param>
    /// <param name="type">The type whose member the body is.</param>
    public AccessPaths(SocketSymbols symbols, ITypeSymbol? type)
    {
        this.symbols = symbols;
        This = Root(nameof(This), type);
        Statics = Root(nameof(Statics), null);
    }

    /// <param name="read">Paths that nothing is added to any more; these begin as the same.</param>
    public AccessPaths(AccessPaths read)
    {
        this.read = read;
        symbols = read.symbols;
        all.AddRange(read.all);
        This = read.This;
        Statics = read.Statics;
    }

    /// <summary>The object whose member the body is.</summary>
    public AccessPath This { get; }

    /// <summary>The owner of every static field.</summary>
    public AccessPath Statics { get; }

    /// <summary>Every path met so far, in the order of their numbers.</summary>
    public IReadOnlyList<AccessPath> All => all;

    public AccessPath Root(object key, ITypeSymbol? type) => Intern(null, key, type);

    /// <summary>What the function of the graph gives back.</summary>
    public AccessPath Result(ControlFlowGraph graph, ITypeSymbol? type) => Root((graph, nameof(Result)), type);

    /// <summary>Null where the path would be too long.</summary>
    public AccessPath? Member(AccessPath owner, ISymbol member, ITypeSymbol type) => Below(owner, member.OriginalDefinition, type);

    /// <summary>An element of a tuple, by its number; null where the path would be too long.</summary>
    public AccessPath? Element(AccessPath tuple, int index, ITypeSymbol? type) => Below(tuple, index, type);

    /// <summary>The path of another body, below its root, put below a path of this one; null where it would be too long.</summary>
    public AccessPath? Translate(AccessPath path, AccessPath root, AccessPath newRoot) =>
        ReferenceEquals(path, root) ? newRoot
        : path.Owner is { } owner && Translate(owner, root, newRoot) is { } newOwner ? Below(newOwner, path.Key, path.Type) : null;

    /// <summary>As <see cref="Translate"/>, but only where the body knows the path already.</summary>
    public AccessPath? Find(AccessPath path, AccessPath root, AccessPath newRoot)
    {
        if (ReferenceEquals(path, root))
            return newRoot;
        if (path.Owner is not { } owner || Find(owner, root, newRoot) is not { } newOwner)
            return null;
        return Known(newOwner, path.Key);
    }

    /// <summary>The variables that can hold a socket and are reached through the path, itself included, of those known so far.</summary>
    public List<AccessPath> Below(AccessPath prefix)
    {
        var below = new List<AccessPath>();
        foreach (AccessPath path in all)
        {
            if (path.CanHoldSocket && path.StartsWith(prefix))
                below.Add(path);
        }
        return below;
    }

    private AccessPath? Below(AccessPath owner, object key, ITypeSymbol? type)
    {
        int length = 1;
        for (AccessPath? path = owner; path is not null; path = path.Owner)
            length++;
        return length > MaximumLength ? null : Intern(owner, key, type);
    }

    private AccessPath Intern(AccessPath? owner, object key, ITypeSymbol? type)
    {
        if (Known(owner, key) is { } known)
            return known;
        var path = new AccessPath(all.Count, owner, key, type, symbols.CanHoldSocket(type));
        interned.Add((owner, key), path);
        all.Add(path);
        return path;
    }

    private AccessPath? Known(AccessPath? owner, object key) =>
        interned.TryGetValue((owner, key), out AccessPath? path) ? path : read?.Known(owner, key);

    private sealed class KeyComparer : IEqualityComparer<(AccessPath? Owner, object Key)>
    {
        public bool Equals((AccessPath? Owner, object Key) x, (AccessPath? Owner, object Key) y) =>
            ReferenceEquals(x.Owner, y.Owner)
            && (x.Key is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, y.Key as ISymbol) : x.Key.Equals(y.Key));

        public int GetHashCode((AccessPath? Owner, object Key) path) =>
            (path.Owner?.Id ?? -1) * 397 ^ (path.Key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : path.Key.GetHashCode());
    }
}
