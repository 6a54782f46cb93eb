using System.Collections.Immutable;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>What the rules ask for, read off what the paths have shown.</summary>
internal static class Expectation
{
    public static Report Of(Observations observations, Sites sites)
    {
        ImmutableHashSet<int> late = observations.Sets.Where(set => IsLate(set.Value, sites.Operations[set.Key])).Select(set => set.Key).ToImmutableHashSet();
        // One mistake, one diagnostic: the late set stands for the bind.
        var excused = late.SelectMany(site => observations.Sets[site].Binds).ToHashSet();
        ImmutableHashSet<(int, int)> undecided = observations.Pairs
            .Where(pair => !pair.Value
                && !excused.Contains(pair.Key.Bind)
                && sites.Creations[pair.Key.Creation] != CreationKind.Datagram
                && Listens(pair.Key))
            .Select(pair => pair.Key)
            .ToImmutableHashSet();
        return new Report(undecided, late);

        // What is listened on before it is bound may be so on another path than the one that binds it.
        bool Listens((int Bind, int Creation) pair) => observations.ListeningPairs.Contains(pair) || observations.ListeningUnbound.Contains(pair.Creation);
    }

    /// <summary>Late on every path that comes by. Clearing the option harms the next bind of a stream, decided or not.</summary>
    private static bool IsLate(SetObservation set, Operation operation) =>
        !set.CameInTime && (!set.MetDecided || (operation == Operation.ReuseFalse && !set.MetOtherThanStream));
}
