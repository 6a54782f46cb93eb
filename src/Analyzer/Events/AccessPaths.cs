using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>The access paths of one body and the functions nested in it.</summary>
internal sealed class AccessPaths
{
    /// <summary>A longer path is not followed: it is as good as unseen.</summary>
    public const int MaximumLength = 5;

    private readonly Dictionary<(AccessPath? Owner, object Key), AccessPath> interned = new(new KeyComparer());
    private readonly List<AccessPath> all = [];
    private readonly SocketSymbols symbols;

    public AccessPaths(SocketSymbols symbols)
    {
        this.symbols = symbols;
        This = Root(nameof(This), null);
        Statics = Root(nameof(Statics), null);
    }

    /// <summary>The object whose member the body is.</summary>
    public AccessPath This { get; }

    /// <summary>The owner of every static field.</summary>
    public AccessPath Statics { get; }

    /// <summary>Every path met so far, in the order of their numbers.</summary>
    public IReadOnlyList<AccessPath> All => all;

    public AccessPath Root(object key, ITypeSymbol? type) => Intern(null, key, type);

    public AccessPath? Member(AccessPath owner, ISymbol member, ITypeSymbol type)
    {
        int length = 1;
        for (AccessPath? path = owner; path is not null; path = path.Owner)
            length++;
        return length > MaximumLength ? null : Intern(owner, member, type);
    }

    /// <summary>Can the variable hold a socket, so that facts are kept of it?</summary>
    public bool IsTracked(AccessPath path) => symbols.CanHoldSocket(path.Type);

    private AccessPath Intern(AccessPath? owner, object key, ITypeSymbol? type)
    {
        if (!interned.TryGetValue((owner, key), out AccessPath? path))
        {
            interned[(owner, key)] = path = new AccessPath(all.Count, owner, key, type);
            all.Add(path);
        }
        return path;
    }

    private sealed class KeyComparer : IEqualityComparer<(AccessPath? Owner, object Key)>
    {
        public bool Equals((AccessPath? Owner, object Key) x, (AccessPath? Owner, object Key) y) =>
            ReferenceEquals(x.Owner, y.Owner)
            && (x.Key is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, y.Key as ISymbol) : x.Key.Equals(y.Key));

        public int GetHashCode((AccessPath? Owner, object Key) path) =>
            (path.Owner?.Id ?? -1) * 397 ^ (path.Key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : path.Key.GetHashCode());
    }
}
