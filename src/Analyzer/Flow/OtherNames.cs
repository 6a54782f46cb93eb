using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Tells whether an option may be set on an object's socket by a name of the object that is not followed.</summary>
internal sealed class OtherNames
{
    /// <summary>The members that it is set on, of what may be the same object: what a field holds, what a method gives back.</summary>
    private readonly HashSet<ISymbol> members = new(SymbolEqualityComparer.Default);

    public OtherNames(Universe universe)
    {
        foreach (Body body in universe.Members)
        {
            foreach (SocketEvent set in body.Graphs.Where(RunOrder.IsRun).SelectMany(universe.MetEvents))
            {
                if (set.Kind.IsDecision() && set.Path is { OutlivesBody: true, Owner.Key: not string } path && !IsFollowed(path, body, universe))
                    members.Add(path.Symbol!);
            }
        }
    }

    /// <summary>May it be the socket of the history, which its own object has in that member?</summary>
    public bool MayDecide(OriginHistory history) => history.Holders.Any(holder => holder is { Owner.Key: string, Symbol: { } member } && members.Contains(member));

    /// <summary>An object in a static field is another one to its own methods.</summary>
    private static bool IsFollowed(AccessPath path, Body body, Universe universe) => !ReferenceEquals(path.Root, body.Paths.Statics) && universe.IsFollowed(body, path);
}
