using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The variables and objects that have more than one name in a body, so that nothing reached through them is followed.</summary>
internal sealed class SecondNames
{
    private readonly IReadOnlyList<Body> members;
    private readonly Dictionary<Body, HashSet<AccessPath>> names = [];
    private HashSet<ISymbol>? shared;

    public SecondNames(IReadOnlyList<Body> members) => this.members = members;

    public void Add(Body body) => names[body] = new HashSet<AccessPath>(body.Aliased);

    public void Add(Body body, IEnumerable<AccessPath> paths) => names[body].UnionWith(paths);

    public int Count(Body body) => names[body].Count;

    /// <summary>Is the path reached through one of them?</summary>
    public bool Reach(Body body, AccessPath path)
    {
        HashSet<AccessPath> ofBody = names[body];
        if (ofBody.Count == 0)
            return false;
        for (AccessPath? current = path; current is not null; current = current.Owner)
        {
            if (ofBody.Contains(current))
                return true;
        }
        return false;
    }

    /// <summary>Is it reached by a member that has a second name in some body? Asked once all names are known.</summary>
    public bool AreShared(AccessPath path)
    {
        shared ??= new HashSet<ISymbol>(members.SelectMany(body => names[body]).Where(name => name.Owner is { Owner: null, Key: string }).Select(name => name.Symbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        for (AccessPath? current = path; current is not null && shared.Count > 0; current = current.Owner)
        {
            if (current.Symbol is { } member && shared.Contains(member))
                return true;
        }
        return false;
    }

    /// <summary>An object that has a second name inside has one outside.</summary>
    public void TakeOut(Body callee, AccessPath inside, Body caller, AccessPath outside)
    {
        foreach (AccessPath name in Below(callee, inside))
        {
            if (caller.Paths.Translate(name, inside, outside) is { } translated && !ReferenceEquals(translated, caller.Paths.This))
                names[caller].Add(translated);
        }
    }

    /// <summary>What is reached through one path has second names where it is reached through the other.</summary>
    public void Translate(Body body, AccessPath from, AccessPath to)
    {
        foreach (AccessPath name in Below(body, from))
        {
            if (body.Paths.Translate(name, from, to) is { } translated)
                names[body].Add(translated);
        }
    }

    private List<AccessPath> Below(Body body, AccessPath prefix)
    {
        var below = new List<AccessPath>();
        foreach (AccessPath name in names[body])
        {
            if (name.StartsWith(prefix))
                below.Add(name);
        }
        return below;
    }
}
