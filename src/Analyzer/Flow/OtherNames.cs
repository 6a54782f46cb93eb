using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Tells whether an option may be set on an object's socket by a name of the object that is not followed.</summary>
internal sealed class OtherNames
{
    /// <summary>The members that it is set on, of what may be the same object: what a field holds, what a method gives back.</summary>
    private readonly HashSet<ISymbol> members = new(SymbolEqualityComparer.Default);

    private readonly Universe universe;
    private bool isOnObject;

    public OtherNames(Universe universe) => this.universe = universe;

    /// <summary>A decision is made on what the path of the body holds.</summary>
    public void Decide(AccessPath path, Body body)
    {
        if (path is { OutlivesBody: true, Owner.Key: not string } && !IsFollowed(path, body))
            members.Add(path.Symbol!);
    }

    /// <summary>A decision is made in a body of which nobody knows for which objects it runs.</summary>
    public void DecideForAny(AccessPath path)
    {
        if (path.Symbol is { } member)
            members.Add(member);
        else
            isOnObject |= path.OutlivesBody;
    }

    /// <summary>May it be the socket of the history, which its own object has in that member?</summary>
    public bool MayDecide(OriginHistory history) => isOnObject || history.Holders.Any(holder => holder is { Owner.Key: string, Symbol: { } member } && members.Contains(member));

    /// <summary>An object in a static field is another one to its own methods.</summary>
    private bool IsFollowed(AccessPath path, Body body) => !ReferenceEquals(path.Root, body.Paths.Statics) && universe.IsFollowed(body, path);
}
