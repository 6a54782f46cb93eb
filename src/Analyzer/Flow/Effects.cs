using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// What functions may do that are made delegates, and so run nobody knows when: all that they do, in no order, with all
/// that the functions do that they call.
/// </summary>
internal sealed class Effects
{
    private static readonly FunctionEffects None = new(function: null, [], decides: false);

    private readonly CallGraph calls;
    private readonly Dictionary<EventGraph, FunctionEffects> known = [];
    private readonly Dictionary<SocketEvent, List<SocketEvent>> ofDelegates = [];
    private bool isMore;

    public Effects(CallGraph calls) => this.calls = calls;

    /// <summary>To the variables of the body that makes the delegate.</summary>
    public IReadOnlyList<SocketEvent> Of(SocketEvent made, Body body)
    {
        if (!ofDelegates.TryGetValue(made, out List<SocketEvent>? effects))
        {
            Learn(RunBy(made, body));
            ofDelegates[made] = effects = OfDelegate(made, body).ToList();
        }
        return effects;
    }

    /// <summary>Does it decide about any socket, its own included?</summary>
    public bool Decides(SocketEvent made, Body body)
    {
        if (body.GraphOf(made) is not { } own)
            return true;
        Learn(RunBy(made, body));
        return known[own].Decides;
    }

    /// <summary>Functions that lead to each other in a ring are read in rounds, until none does more than what was taken for all that it does.</summary>
    private void Learn(IEnumerable<Function> functions)
    {
        List<Function> order = Order(functions);
        do
        {
            isMore = false;
            foreach (Function function in order)
            {
                bool decides = RunBy(function.Graph).Any(run => Told(run.Graph).Decides);
                var effects = new FunctionEffects(function.Symbol, function.Graph.AllEvents.SelectMany(one => Read(one, function.Graph.Body)).ToList(), decides);
                isMore |= known.TryGetValue(function.Graph, out FunctionEffects? before) && effects.IsMoreThan(before);
                known[function.Graph] = effects;
            }
            // What is learned may go either way along a ring.
            order.Reverse();
        }
        while (isMore);
    }

    /// <summary>What is not known yet, each after those that it runs.</summary>
    private List<Function> Order(IEnumerable<Function> functions)
    {
        var order = new List<Function>();
        var seen = new HashSet<EventGraph>(known.Keys);
        var open = new Stack<(Function Function, IEnumerator<Function> Runs)>();
        open.Push((default, functions.GetEnumerator()));
        while (open.Count > 0)
        {
            (Function function, IEnumerator<Function> runs) = open.Peek();
            if (runs.MoveNext())
            {
                if (seen.Add(runs.Current.Graph))
                    open.Push((runs.Current, RunBy(runs.Current.Graph).GetEnumerator()));
                continue;
            }
            open.Pop();
            if (open.Count > 0)
                order.Add(function);
        }
        return order;
    }

    private IEnumerable<Function> RunBy(EventGraph graph) => graph.AllEvents.SelectMany(one => RunBy(one, graph.Body));

    private IEnumerable<Function> RunBy(SocketEvent call, Body body)
    {
        if (call.Kind is not (SocketEventKind.Called or SocketEventKind.Delegated))
            return [];
        if (body.GraphOf(call) is { } own)
            return new[] { new Function(own, call.Call!.Callee) };
        return calls.CalleesOf(call)?.Select(map => new Function(map.Callee, symbol: null)) ?? [];
    }

    private FunctionEffects Told(EventGraph graph)
    {
        if (known.TryGetValue(graph, out FunctionEffects? effects))
            return effects;
        isMore = true;
        return None;
    }

    private IEnumerable<SocketEvent> Read(SocketEvent socketEvent, Body body) => socketEvent.Kind switch
    {
        SocketEventKind.Called => OfCall(socketEvent, body),
        SocketEventKind.Delegated => OfDelegate(socketEvent, body),
        _ => new[] { socketEvent },
    };

    private IEnumerable<SocketEvent> OfDelegate(SocketEvent made, Body body)
    {
        if (body.GraphOf(made) is not { } own)
            return OfCall(made, body);
        FunctionEffects effects = Told(own);
        IEnumerable<SocketEvent> all = effects.All.Select(effect => Return(effect with { Operation = made.Operation }, result: null));
        return made.Call!.Leaves ? all.Concat(effects.Shared.Select(path => new SocketEvent(SocketEventKind.Escaped, path, made.Operation) { AndBelow = true })) : all;
    }

    private IEnumerable<SocketEvent> OfCall(SocketEvent call, Body caller)
    {
        if (calls.CalleesOf(call) is not { } maps)
            return call.Call!.Otherwise;
        var effects = call.Call!.Otherwise.Where(effect => effect.IsOfAnotherObject).Concat(VariableTies.CapturedSockets(call, caller)).ToList();
        // Else what the caller has is a task.
        AccessPath? result = call.Call.IsAwaited ? call.Call.Result : null;
        foreach (CallMap map in maps)
        {
            foreach (SocketEvent effect in Told(map.Callee).All)
            {
                if (map.SeesAll)
                    effects.Add(Return(effect with { Operation = call.Operation }, result));
                else
                {
                    foreach (AccessPath path in map.Outside(effect.Path, caller.Paths))
                        effects.Add(Return(effect with { Path = path, Operation = call.Operation }, result));
                }
            }
            if (map.SeesAll)
                effects.AddRange(call.Call.Otherwise);
        }
        return effects;
    }

    /// <summary>A socket that is returned is known by the name of the call's result, too; without such a name it is out of sight.</summary>
    private static SocketEvent Return(SocketEvent effect, AccessPath? result) =>
        effect.Kind != SocketEventKind.Returned ? effect
        : result is { CanHoldSocket: true } && effect.Path.CanHoldSocket ? effect with { Kind = SocketEventKind.Aliased, Path = result, Source = effect.Path, AndBelow = false }
        : effect with { Kind = SocketEventKind.Escaped };

    private readonly struct Function(EventGraph graph, IMethodSymbol? symbol)
    {
        /// <summary>Its body.</summary>
        public EventGraph Graph { get; } = graph;

        /// <summary>Of a lambda or local function; null for a member.</summary>
        public IMethodSymbol? Symbol { get; } = symbol;
    }
}
