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
    private readonly Dictionary<SocketEvent, (int Named, int Paths, int Asked)> before = [];
    private readonly AskedSockets asked = new();

    public Relevance(IReadOnlyList<Body> members, Bodies bodies, SourceReach reach, CancellationToken cancellation)
    {
        this.members = members;
        this.bodies = bodies;
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>Grows with what is found of the sockets that the question is about.</summary>
    public int Version => asked.Version;

    /// <summary>Can the call of the body matter? Asked again once more is known, it looks at what is new.</summary>
    public bool Has(SocketEvent call, Body body)
    {
        FindNamed();
        this.before.TryGetValue(call, out (int Named, int Paths, int Asked) before);
        if ((before.Paths < body.Paths.All.Count || before.Asked < asked.Version) && (GivesSocket(call.Call!) || Carried(call.Call!, body).Any(asked.Contain)))
            return true;
        // The caller need not name the member that the callee changes; some body here does.
        for (int i = before.Named; i < named.Count; i++)
        {
            if ((named[i].IsStatic || (ReferenceEquals(call.Call!.Receiver, body.Paths.This) && IsOfObject(named[i], body))) && reach.CanTouch(call.Call!.Callee, named[i], cancellation))
                return true;
        }
        this.before[call] = (named.Count, body.Paths.All.Count, asked.Version);
        return false;
    }

    /// <summary>Does a socket go with the call, be it one that nobody asks about?</summary>
    public bool Carries(SocketEvent call, Body body) => Carried(call.Call!, body).Any();

    /// <summary>The call is followed into the body.</summary>
    public void Tie(CallSite site, CallMap map) => asked.Tie(site, map.Callee);

    private static bool GivesSocket(CallSite site) => site.Result is { CanHoldSocket: true };

    /// <summary>What the call gets or gives that may hold a socket.</summary>
    private IEnumerable<AccessPath> Carried(CallSite site, Body body)
    {
        if (site.Result is { } result)
            yield return result;
        foreach ((_, AccessPath path) in site.Arguments)
        {
            if (CanCarry(body, path))
                yield return path;
        }
        if (site.Receiver is { } receiver && !ReferenceEquals(receiver, body.Paths.This) && CanCarry(body, receiver))
            yield return receiver;
    }

    private bool CanCarry(Body body, AccessPath path) =>
        path.CanHoldSocket || bodies.OwnsSocket(path.Type) || path.Type is { IsTupleType: true } || body.Paths.Below(path).Any(below => below.Owner is not null);

    private void FindNamed()
    {
        foreach (Body body in members)
        {
            asked.Read(body);
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
