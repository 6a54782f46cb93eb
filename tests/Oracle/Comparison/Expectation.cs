using System.Collections.Immutable;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>What the rules ask for, read off what the paths have shown.</summary>
internal static class Expectation
{
    public static Report Of(Observations observations, Sites sites, Report reported)
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

        // A factory makes a socket for each of its callers. Whether what one of them does with its own says something about that of
        // another is for the analyzer to say, which judges by the body that binds it: such a pair is asked for where it is reported.
        bool Listens((int Bind, int Creation) pair) => observations.ListeningPairs.Contains(pair)
            || (observations.ListeningCreations.Contains(pair.Creation) && (!sites.Factories.Contains(pair.Creation) || reported.Undecided.Contains(pair)));
    }

    /// <summary>Late on every path that comes by. Clearing the option harms the next bind of a stream, decided or not.</summary>
    private static bool IsLate(SetObservation set, Operation operation) =>
        !set.CameInTime && (!set.MetDecided || (operation == Operation.ReuseFalse && !set.MetOtherThanStream));
}
