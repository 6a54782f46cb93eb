using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Tells whether an object or variable would have two names in a callee, so that the call cannot be followed.</summary>
internal sealed class TwoNamesTest
{
    private readonly Bodies bodies;
    private readonly SourceReach reach;
    private readonly CancellationToken cancellation;

    public TwoNamesTest(Bodies bodies, SourceReach reach, CancellationToken cancellation)
    {
        this.bodies = bodies;
        this.reach = reach;
        this.cancellation = cancellation;
    }

    /// <summary>The variables that are handed over by reference.</summary>
    public static IEnumerable<AccessPath> Places(CallSite site) => site.Arguments.Where(argument => IsPlace(site, argument.Parameter)).Select(argument => argument.Path);

    public bool Fails(Body body, CallSite site)
    {
        // What is handed over as an object of any type is not followed as the owner that it is.
        if (site.Arguments.Any(argument => !argument.Path.CanHoldSocket && bodies.Symbols.OwnsSocket(argument.Path.Type)
            && site.Callee.OriginalDefinition.Parameters.ElementAtOrDefault(argument.Parameter) is { } formal && !bodies.Symbols.OwnsSocket(formal.Type)))
            return true;
        // A member that is handed over by reference has but one where the callee does not name it.
        if (Places(site).Any(place => place.Symbol is { } member && place.Owner is not null && reach.CanTouch(site.Callee, member, cancellation)))
            return true;
        List<(AccessPath Path, bool IsPlace)> handed = site.Arguments.Select(argument => (argument.Path, IsPlace(site, argument.Parameter))).ToList();
        if (site.Receiver is { } receiver)
            handed.Add((receiver, site.MakesReceiver));
        for (int i = 0; i < handed.Count; i++)
        {
            for (int j = 0; j < handed.Count; j++)
            {
                // A socket out of an object that is handed over, too, is a value like any other.
                bool isValue = handed[j].Path.CanHoldSocket && !handed[j].IsPlace;
                bool isOwner = !handed[i].Path.CanHoldSocket || handed[i].IsPlace;
                bool isKnown = handed[j].IsPlace && ReferenceEquals(handed[i].Path, site.Receiver);
                if (i != j && isOwner && !isValue && !isKnown && handed[j].Path.StartsWith(handed[i].Path))
                    return true;
            }
        }
        return false;
    }

    private static bool IsPlace(CallSite site, int parameter) =>
        site.Callee.Parameters.ElementAtOrDefault(parameter)?.RefKind is RefKind.Ref or RefKind.Out;
}
