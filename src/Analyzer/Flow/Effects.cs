using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// What functions may do that are made delegates, and so run nobody knows when: all that they do, in no order, with all
/// that the functions do that they call.
/// </summary>
internal sealed class Effects
{
    private readonly CallGraph calls;
    private readonly Dictionary<EventGraph, FunctionEffects> known = [];
    private readonly Dictionary<SocketEvent, List<SocketEvent>> ofDelegates = [];
    private readonly HashSet<EventGraph> pending = [];
    private bool isRing;

    public Effects(CallGraph calls) => this.calls = calls;

    /// <summary>To the variables of the body that makes the delegate.</summary>
    public IReadOnlyList<SocketEvent> Of(SocketEvent made, Body body)
    {
        if (ofDelegates.TryGetValue(made, out List<SocketEvent>? effects))
            return effects;
        effects = Find(made, body).ToList();
        if (pending.Count == 0)
            ofDelegates[made] = effects;
        return effects;
    }

    private IEnumerable<SocketEvent> Find(SocketEvent made, Body body)
    {
        CallSite site = made.Call!;
        if (site.Callee is IMethodSymbol function && body.Functions.TryGetValue(function, out EventGraph? own))
        {
            FunctionEffects effects = Of(own, function);
            foreach (SocketEvent effect in effects.All)
                yield return effect with { Operation = made.Operation };
            if (!site.Leaves)
                yield break;
            foreach (AccessPath path in effects.Shared)
                yield return new SocketEvent(SocketEventKind.Escaped, path, made.Operation) { AndBelow = true };
            yield break;
        }
        foreach (SocketEvent effect in OfCall(made, body))
            yield return effect;
    }

    /// <summary>Does it decide about any socket, its own included?</summary>
    public bool Decides(SocketEvent made, Body body) =>
        made.Call!.Callee is not IMethodSymbol function || !body.Functions.TryGetValue(function, out EventGraph? own) || Of(own, function).Decides;

    private FunctionEffects Of(EventGraph graph, IMethodSymbol? function)
    {
        if (known.TryGetValue(graph, out FunctionEffects? effects))
            return effects;
        pending.Add(graph);
        bool wasRing = isRing;
        isRing = false;
        effects = new FunctionEffects(function, graph.Events.SelectMany(events => events).SelectMany(socketEvent => socketEvent.Kind switch
        {
            SocketEventKind.Called => OfCall(socketEvent, graph.Body),
            SocketEventKind.Delegated => Of(socketEvent, graph.Body),
            _ => [socketEvent],
        }).ToList());
        pending.Remove(graph);
        // What is told of a ring of functions from within it is not all.
        if (!isRing || pending.Count == 0)
            known[graph] = effects;
        isRing |= wasRing;
        return effects;
    }

    private IEnumerable<SocketEvent> OfCall(SocketEvent call, Body caller)
    {
        if (calls.CalleesOf(call) is not { } maps)
            return call.Call!.Otherwise;
        var effects = call.Call!.Otherwise.Where(effect => effect.IsOfAnotherObject).ToList();
        foreach (CallMap map in maps)
        {
            if (pending.Contains(map.Callee))
            {
                isRing = true;
                continue;
            }
            IMethodSymbol? function = map.SeesAll ? (IMethodSymbol)call.Call.Callee : null;
            foreach (SocketEvent effect in Of(map.Callee, function).All)
            {
                if (map.SeesAll)
                    effects.Add(effect with { Operation = call.Operation });
                else
                    effects.AddRange(map.Outside(effect.Path, caller.Paths).Select(path => effect with { Path = path, Operation = call.Operation }));
            }
            if (map.SeesAll)
                effects.AddRange(call.Call.Otherwise);
        }
        return effects;
    }
}
