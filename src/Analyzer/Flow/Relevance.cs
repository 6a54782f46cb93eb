using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Tells whether a call can matter to a socket: whether it gets one, gives one, or reaches one.</summary>
internal sealed class Relevance
{
    private readonly IReadOnlyList<Body> members;
    private readonly Bodies bodies;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;
    private readonly HashSet<ISymbol> known = new(SymbolEqualityComparer.Default);

    /// <summary>The members that a body names and that may hold a socket, in the order in which they were found.</summary>
    private readonly List<ISymbol> named = [];
    private readonly Dictionary<Body, int> read = [];
    private readonly Dictionary<SocketEvent, (int Named, int Paths)> asked = [];

    public Relevance(IReadOnlyList<Body> members, Bodies bodies, SourceReach reach, CancellationToken cancellation)
    {
        this.members = members;
        this.bodies = bodies;
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>Can the call of the body matter? Asked again once more is known, it looks at what is new.</summary>
    public bool Has(SocketEvent call, Body body)
    {
        asked.TryGetValue(call, out (int Named, int Paths) before);
        if (before.Paths < body.Paths.All.Count && Carries(call.Call!, body))
            return true;
        FindNamed();
        // The caller need not name the member that the callee changes; some body here does.
        for (int i = before.Named; i < named.Count; i++)
        {
            if ((named[i].IsStatic || (ReferenceEquals(call.Call!.Receiver, body.Paths.This) && IsOfObject(named[i], body))) && reach.CanTouch(call.Call!.Callee, named[i], cancellation))
                return true;
        }
        asked[call] = (named.Count, body.Paths.All.Count);
        return false;
    }

    private bool Carries(CallSite site, Body body) =>
        site.Result is not null
        || site.Arguments.Any(argument => CanCarry(body, argument.Path))
        || (site.Receiver is { } receiver && !ReferenceEquals(receiver, body.Paths.This) && CanCarry(body, receiver));

    private bool CanCarry(Body body, AccessPath path) =>
        path.CanHoldSocket || bodies.OwnsSocket(path.Type) || path.Type is { IsTupleType: true } || body.Paths.Below(path).Any(below => below.Owner is not null);

    private void FindNamed()
    {
        foreach (Body body in members)
        {
            read.TryGetValue(body, out int from);
            for (; from < body.Paths.All.Count; from++)
            {
                if (body.Paths.All[from] is { Owner.Key: string, Symbol: { } member } path && bodies.AreFollowed(path.Type) && known.Add(member))
                    named.Add(member);
            }
            read[body] = from;
        }
    }

    private static bool IsOfObject(ISymbol member, Body body)
    {
        for (ITypeSymbol? type = body.Paths.This.Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }
        return false;
    }
}
