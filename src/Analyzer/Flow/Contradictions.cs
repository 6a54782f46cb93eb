using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Finds an option turned on where every path has turned on the one that it contradicts.</summary>
internal static class Contradictions
{
    public static SetupFinding? At(SocketEvent set, Evidence evidence)
    {
        if (SocketOption.ValueOf(set.Operation) is not true)
            return null;
        List<Fact> facts = evidence.Record.LiveBefore(set);
        if (facts.Count == 0 || facts.Exists(fact => !fact.IsSocket || Opposite(set, fact.Options) is null || evidence.IsUnix(fact.Origin)))
            return null;
        List<IOperation> others = facts.Select(fact => Opposite(set, fact.Options)!.Operation).Distinct().OrderBy(Evidence.Position).ToList();
        bool isEither = others.Count == 1 && evidence.Own.Any(own => own.Operation == others[0]);
        return new SetupFinding(Violation.Contradiction, set, Evidence.Creations(facts.Select(fact => fact.Origin)), [], isEither ? SafeEdits.KeepEither : SafeEdits.None) { Others = others };
    }

    private static SocketEvent? Opposite(SocketEvent set, OptionsInForce options) => set.Kind == SocketEventKind.ReuseAddressSet ? options.Exclusive : options.Reuse;
}
