using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Ties the variables of a caller to those of the function that it calls, and makes each side know what the other knows.</summary>
internal sealed class VariableTies
{
    private readonly SecondNames secondNames;
    private readonly Body caller;
    private readonly CallSite site;

    public VariableTies(SecondNames secondNames, Body caller, CallSite site)
    {
        this.secondNames = secondNames;
        this.caller = caller;
        this.site = site;
    }

    /// <summary>To a function nested in the same body.</summary>
    public CallMap ToNested(EventGraph function)
    {
        var map = new CallMap(function, isNested: true, Universe.Own(function, site.Callee)) { IsAwaited = site.IsAwaited };
        TieArguments(map, caller, site.Callee);
        return map;
    }

    /// <summary>To a body that runs at the call: the method itself, or an initializer or base constructor that runs before it.</summary>
    public CallMap ToMember(Body callee)
    {
        var map = new CallMap(callee.Graphs[0], isNested: false, []) { IsAwaited = site.IsAwaited };
        if (site.Receiver is { } receiver)
            Tie(map, receiver, callee, callee.Paths.This, goesBack: site.MakesReceiver);
        Tie(map, caller.Paths.Statics, callee, callee.Paths.Statics, goesBack: true);
        foreach (AccessPath place in TwoNamesTest.Places(site).Where(place => place.Owner is not null))
            map.Hide(place);
        // Of a partial method, the part with the body.
        if (callee.Root == Callees.Declaration(site.Callee))
            TieArguments(map, callee, callee.Symbol as IMethodSymbol ?? site.Callee);
        return map;
    }

    /// <summary>A socket that a primary constructor captures has two names from then on.</summary>
    public static IEnumerable<SocketEvent> CapturedSockets(SocketEvent call, Body caller)
    {
        foreach ((AccessPath given, AccessPath captured) in Captured(call, caller))
        {
            if (given.CanHoldSocket)
                yield return new SocketEvent(SocketEventKind.Aliased, captured, call.Operation) { Source = given };
        }
    }

    /// <summary>What a primary constructor makes of its arguments: as good as fields, and of a record properties.</summary>
    private static List<(AccessPath Given, AccessPath Captured)> Captured(SocketEvent call, Body caller)
    {
        var all = new List<(AccessPath, AccessPath)>();
        if (call.Call is not { Callee: { MethodKind: MethodKind.Constructor } constructor, Receiver: { } made } site)
            return all;
        foreach ((int number, AccessPath given) in site.Arguments)
        {
            IParameterSymbol parameter = constructor.Parameters[number];
            if (!PathReader.IsOfPrimaryConstructor(parameter))
                continue;
            foreach (ISymbol member in constructor.ContainingType.GetMembers(parameter.Name).Where(member => member is IPropertySymbol).Append(parameter))
            {
                if (caller.Paths.Member(made, member, parameter.Type) is { } captured)
                    all.Add((given, captured));
            }
        }
        return all;
    }

    /// <summary>An owner that a primary constructor captures has two names from then on.</summary>
    public void TieCaptured(SocketEvent call)
    {
        foreach ((AccessPath given, AccessPath captured) in Captured(call, caller))
        {
            if (!given.CanHoldSocket)
                secondNames.Add(caller, new[] { given, captured });
        }
    }

    private void TieArguments(CallMap map, Body callee, IMethodSymbol method)
    {
        foreach ((int parameter, AccessPath path) in site.Arguments)
        {
            if (parameter >= method.Parameters.Length)
                continue;
            IParameterSymbol formal = method.Parameters[parameter];
            AccessPath inside = callee.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && PathReader.IsOfPrimaryConstructor(formal) && callee.Paths.Member(callee.Paths.This, formal, formal.Type) is { } member
                ? member : callee.Paths.Root(formal, formal.Type);
            Tie(map, path, callee, inside, goesBack: formal.RefKind is RefKind.Ref or RefKind.Out);
        }
        if (site.Result is { } result)
            TieResult(map, result, callee, callee.Paths.Result(map.Callee.Graph, result.Type));
    }

    /// <summary>The two names of a variable, and of all that is reached through it.</summary>
    private void Tie(CallMap map, AccessPath outside, Body callee, AccessPath inside, bool goesBack)
    {
        map.Name(outside, inside);
        foreach (AccessPath path in callee.Paths.Below(inside))
        {
            if (caller.Paths.Translate(path, inside, outside) is not { } translated)
                continue;
            map.Enter(translated, path);
            if (goesBack || !ReferenceEquals(path, inside))
                map.Leave(path, translated);
        }
        foreach (AccessPath path in caller.Paths.Below(outside))
            callee.Paths.Translate(path, outside, inside);
        if (!ReferenceEquals(inside, callee.Paths.Statics))
            secondNames.TakeOut(callee, inside, caller, outside);
    }

    private void TieResult(CallMap map, AccessPath outside, Body callee, AccessPath inside)
    {
        foreach (AccessPath path in callee.Paths.Below(inside))
        {
            if (caller.Paths.Translate(path, inside, outside) is { } translated)
                map.Leave(path, translated);
        }
        foreach (AccessPath path in caller.Paths.Below(outside))
            callee.Paths.Translate(path, outside, inside);
        secondNames.TakeOut(callee, inside, caller, outside);
    }
}
