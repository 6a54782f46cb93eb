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
    private readonly Dictionary<SocketEvent, (int Named, int Paths, int Asked, CallBearing Bearing)> before = [];
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

    /// <summary>What the call has to do with the sockets. Asked again once more is known, it looks at what is new.</summary>
    public CallBearing Of(SocketEvent call, Body body)
    {
        before.TryGetValue(call, out (int Named, int Paths, int Asked, CallBearing Bearing) last);
        (int Named, int Paths, int Asked, CallBearing Bearing) now = (named.Count, body.Paths.All.Count, asked.Version, last.Bearing);
        if (now.Equals(last))
            return last.Bearing;
        if (last.Paths < now.Paths || last.Asked < now.Asked)
            now.Bearing = OfVariables(call.Call!, body);
        // The caller need not name the member that the callee changes; some body here does.
        for (int i = last.Named; i < named.Count && now.Bearing != CallBearing.Matters; i++)
        {
            if ((named[i].IsStatic || (ReferenceEquals(call.Call!.Receiver, body.Paths.This) && IsOfObject(named[i], body))) && reach.CanTouch(call.Call!.Callee, named[i], cancellation))
                return CallBearing.Matters;
        }
        before[call] = now;
        return now.Bearing;
    }

    /// <summary>The call is followed into the body.</summary>
    public void Tie(CallSite site, CallMap map) => asked.Tie(site, map.Callee);

    /// <summary>Reads what the bodies have come to know.</summary>
    public void Read()
    {
        foreach (Body body in members)
        {
            asked.Read(body);
            read.TryGetValue(body, out int from);
            for (; from < body.Paths.All.Count; from++)
            {
                if (body.Paths.All[from] is { Owner.Key: string, Symbol: { } member } path && Results.AreFollowed(path.Type, bodies.Symbols) && known.Add(member))
                    named.Add(member);
            }
            read[body] = from;
        }
    }

    /// <summary>By what the call gets and gives.</summary>
    private CallBearing OfVariables(CallSite site, Body body)
    {
        if (site.Result is { CanHoldSocket: true })
            return CallBearing.Matters;
        CallBearing bearing = site.Result is null ? CallBearing.None : OfVariable(site.Result);
        foreach ((_, AccessPath path) in site.Arguments)
        {
            if (bearing != CallBearing.Matters && CanCarry(body, path))
                bearing = OfVariable(path);
        }
        return bearing != CallBearing.Matters && site.Receiver is { } receiver && !ReferenceEquals(receiver, body.Paths.This) && CanCarry(body, receiver) ? OfVariable(receiver) : bearing;
    }

    private CallBearing OfVariable(AccessPath path) => asked.Contain(path) || asked.AreLent ? CallBearing.Matters : CallBearing.Carries;

    private bool CanCarry(Body body, AccessPath path) =>
        path.CanHoldSocket || bodies.Symbols.OwnsSocket(path.Type) || path.Type is { IsTupleType: true } || body.Paths.Below(path).Any(below => below.Owner is not null);

    /// <summary>May the object of the body have the member? It may be of a derived type, too.</summary>
    private static bool IsOfObject(ISymbol member, Body body) => RunOrder.MayShareObject(body.Paths.This.Type, member.ContainingType);
}

/// <summary>What a call has to do with sockets.</summary>
internal enum CallBearing
{
    None,

    /// <summary>A socket goes with it, but none that the question is about.</summary>
    Carries,

    /// <summary>It may get at a socket that the question is about.</summary>
    Matters,
}
