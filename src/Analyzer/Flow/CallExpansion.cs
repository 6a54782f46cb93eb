using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What a call stands for once it is known what it runs: calls of single bodies, or what it may do to somebody who cannot see them.</summary>
internal sealed class CallExpansion
{
    private readonly Bodies bodies;
    private readonly CallGraph calls;
    private readonly Dictionary<SocketEvent, CallMap> parts = [];

    public CallExpansion(Bodies bodies, CallGraph calls)
    {
        this.bodies = bodies;
        this.calls = calls;
    }

    /// <summary>Of a call that was made by <see cref="Expand"/>: the one body that it runs.</summary>
    public CallMap MapOf(SocketEvent part) => parts[part];

    /// <summary>The calls that the event stands for, one for each body that runs; what it may do otherwise, where they are not in sight.</summary>
    public IEnumerable<SocketEvent> Expand(SocketEvent call, Body caller)
    {
        CallSite site = call.Call!;
        if (calls.IsUnseen(call))
            return site.Otherwise;
        // Whoever is called may know the object that calls by another name.
        List<SocketEvent> expanded = site.Otherwise.Where(effect => effect.IsOfAnotherObject).ToList();
        if (calls.StepsOf(call) is not { } run)
            return expanded;
        expanded.AddRange(VariableTies.CapturedSockets(call, caller));
        List<CallMap> maps = run.Select(step => calls.MapOf(call, step)).ToList();
        if (Made(call, maps) is { } made)
            expanded.Add(made);
        foreach (CallMap map in maps)
        {
            SocketEvent part = call with { };
            parts[part] = map;
            expanded.Add(part);
        }
        return expanded;
    }

    /// <summary>The creation of an object of a type derived from <c>Socket</c>, as its constructor tells it; null for other calls.</summary>
    private SocketEvent? Made(SocketEvent call, List<CallMap> maps)
    {
        if (call is not { Operation: IObjectCreationOperation creation, Call: { MakesReceiver: true, Receiver: { } made } } || !bodies.Symbols.IsSocket(creation.Type))
            return null;
        Creation? known = maps.Select(map => map.Callee.Body.BaseCreation).FirstOrDefault(creation => creation is not null);
        return known is null
            ? new SocketEvent(SocketEventKind.Overwritten, made, creation)
            : new SocketEvent(SocketEventKind.Created, made, creation) { Creation = known.By(creation) };
    }
}
