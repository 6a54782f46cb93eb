using System.Collections.Immutable;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>What the rules ask for, read off what the paths have shown.</summary>
internal static class Expectation
{
    public static Report Of(Observations observations, IReadOnlyDictionary<int, Operation> operations, IReadOnlyDictionary<int, CreationKind> creations)
    {
        ImmutableHashSet<int> late = observations.Sets.Where(set => IsLate(set.Value, operations[set.Key])).Select(set => set.Key).ToImmutableHashSet();
        // One mistake, one diagnostic: the late set stands for the bind.
        var excused = late.SelectMany(site => observations.Sets[site].Binds).ToHashSet();
        ImmutableHashSet<(int, int)> undecided = observations.Pairs
            .Where(pair => !pair.Value
                && !excused.Contains(pair.Key.Bind)
                && creations[pair.Key.Creation] != CreationKind.Datagram
                && observations.ListeningCreations.Contains(pair.Key.Creation))
            .Select(pair => pair.Key)
            .ToImmutableHashSet();
        return new Report(undecided, late);
    }

    /// <summary>Late on every path that comes by. Clearing the option harms the next bind of a stream, decided or not.</summary>
    private static bool IsLate(SetObservation set, Operation operation) =>
        !set.CameInTime && (!set.MetDecided || (operation == Operation.ReuseFalse && !set.MetOtherThanStream));
}
