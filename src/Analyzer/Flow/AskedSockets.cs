using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// The variables that may hold a socket that the question is about: one that is bound in a body here, has an address option
/// set, or does not name its protocol. In no order and for all objects alike, so that it says rather too many than too few:
/// what gives one variable the value of another puts both into one class, and a member is one whatever object it is of.
/// </summary>
internal sealed class AskedSockets
{
    /// <summary>In the class of what is asked about.</summary>
    private static readonly object Asked = new();
    private static readonly KeyComparer Keys = new();

    private readonly Dictionary<object, object> parents = new(Keys);
    private readonly Dictionary<Body, int> read = [];
    private readonly List<object> lent = [];

    /// <summary>Grows with every class that is found to be one with another.</summary>
    public int Version { get; private set; }

    /// <summary>May the path, or what is reached through it, be one of them?</summary>
    public bool Contain(AccessPath path) => KeyOf(path) is not { } key || Keys.Equals(ClassOf(key), ClassOf(Asked));

    /// <summary>Does the framework hold one of them? Whoever gets hold of the holder gets at it.</summary>
    public bool AreLent => lent.Exists(key => Keys.Equals(ClassOf(key), ClassOf(Asked)));

    /// <summary>Reads what is new in the body.</summary>
    public void Read(Body body)
    {
        if (!read.TryGetValue(body, out int known))
        {
            foreach (SocketEvent socketEvent in body.Events)
                Read(socketEvent);
        }
        for (; known < body.Paths.All.Count; known++)
        {
            for (AccessPath path = body.Paths.All[known]; path.Owner is { } owner; path = owner)
                Join(path.Key, KeyOf(owner));
        }
        read[body] = known;
    }

    /// <summary>The call runs the body, in whose graph its variables have other names.</summary>
    public void Tie(CallSite site, EventGraph callee)
    {
        bool isNested = callee != callee.Body.Graphs[0];
        IMethodSymbol method = (isNested ? null : callee.Body.Symbol as IMethodSymbol) ?? site.Callee;
        foreach ((int parameter, AccessPath path) in site.Arguments)
        {
            if (parameter < method.Parameters.Length)
                Join(method.Parameters[parameter], KeyOf(path));
        }
        // Of a type derived from Socket: a member may set up its own object.
        if (site.Receiver is { } receiver && callee.Body.Paths.This.CanHoldSocket)
            Join(Asked, KeyOf(receiver));
        if (site.Result is { } result)
            Join(callee.Body.Paths.Result(callee.Graph, result.Type).Key, KeyOf(result));
    }

    private void Read(SocketEvent socketEvent)
    {
        if (socketEvent.Kind == SocketEventKind.Bound || socketEvent.Kind.IsOption() || socketEvent.Creation is { Protocol: ProtocolArgument.Zero })
            Join(Asked, KeyOf(socketEvent.Path));
        if (socketEvent.Kind == SocketEventKind.Shared && socketEvent.Path.CanHoldSocket && KeyOf(socketEvent.Path) is { } held)
            lent.Add(held);
        if (socketEvent.Source is { } source)
            Join(KeyOf(socketEvent.Path), KeyOf(source));
        if (socketEvent.Call is not { } call)
            return;
        // Who gets two of them may put one into the other.
        object? first = null;
        foreach (AccessPath path in call.Arguments.Select(argument => argument.Path).Append(call.Receiver!).Append(call.Result!))
        {
            object? key = path is null ? null : KeyOf(path);
            Join(first, key);
            first ??= key;
        }
    }

    /// <summary>What stands for the path: the last name in it; null for the object whose member the body is, and for the owner of what is static.</summary>
    private static object? KeyOf(AccessPath path) => path.Key is string ? null : path.Key is int ? KeyOf(path.Owner!) : path.Key;

    private void Join(object? one, object? other)
    {
        if (one is null or int || other is null)
            return;
        one = ClassOf(one);
        other = ClassOf(other);
        if (Keys.Equals(one, other))
            return;
        parents[one] = other;
        Version++;
    }

    private object ClassOf(object key)
    {
        object top = key;
        while (parents.TryGetValue(top, out object? parent))
            top = parent;
        // The way is short the next time.
        while (!ReferenceEquals(key, top) && parents.TryGetValue(key, out object? next))
        {
            parents[key] = top;
            key = next;
        }
        return top;
    }

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => x is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, y as ISymbol) : object.Equals(x, y);

        public int GetHashCode(object key) => key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : key.GetHashCode();
    }
}
