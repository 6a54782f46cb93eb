using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Typestate;
using static SocketSetup.Analyzers.Rules.Descriptors;
using static SocketSetup.Analyzers.Typestate.Violation;

namespace SocketSetup.Analyzers.Rules;

/// <summary>The table of rules. All of them read the same run of the engine.</summary>
internal static class RuleTable
{
    public static readonly ImmutableArray<Rule> Rules = ImmutableArray.Create(
        new Rule(ImmutableArray<Violation>.Empty, ImmutableArray.Create(UnknownSetting), (_, _) => null),
        new Rule(ImmutableArray.Create(BoundWithoutDecision), ImmutableArray.Create(BoundProtocolNotTcp, BoundLeftToRuntime, BoundOldCore, BoundNoOptionNeeded, BoundRuntimeUnknown), Words.OfBind) { IsGoverned = true },
        new Rule(ImmutableArray.Create(DecidedAfterBind, ClearedAfterBind), ImmutableArray.Create(LateReuseAddress, LateReuseAddressVariable, LateReuseAddressFalse, LateOption, LateExclusiveAddressUse), Words.OfLateSet),
        new Rule(ImmutableArray.Create(ProtocolNotNamed), ImmutableArray.Create(ProtocolUnnamed, ProtocolUnnamedUnknown), Words.OfProtocol),
        new Rule(ImmutableArray.Create(SetOnConnected, ClearedOnConnected), ImmutableArray.Create(ConnectedReuseAddress, ConnectedReuseAddressFalse), Words.OfConnectedSet),
        new Rule(ImmutableArray.Create(Contradiction), ImmutableArray.Create(ContradictionLastWins, ContradictionLastWinsElsewhere, ContradictionStartWins, ContradictionReuseWins, ContradictionThrows), Words.OfContradiction) { IsGoverned = true },
        new Rule(ImmutableArray.Create(OpenedToSharing), ImmutableArray.Create(OpenByReuseAddress, OpenByReuseAddressWindows, OpenByReuseAddressElsewhere, OpenByExclusiveAddressUse), Words.OfOpening) { IsGoverned = true },
        new Rule(ImmutableArray.Create(MulticastWithoutDecision), ImmutableArray.Create(MulticastBound, MulticastBoundWindows), Words.OfMulticast),
        new Rule(ImmutableArray.Create(StartedWithoutDecision), ImmutableArray.Create(StartedLeftToRuntime, StartedOldCore, StartedNoOptionNeeded, StartedRuntimeUnknown), Words.OfStart) { IsGoverned = true },
        new Rule(ImmutableArray.Create(SetOnUnixSocket), ImmutableArray.Create(UnixSocketThrows, UnixSocketMayThrow), Words.OfUnixSet));

    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = Rules.SelectMany(rule => rule.Descriptors).ToImmutableArray();

    public static Rule For(Violation violation) => Rules.First(rule => rule.Violations.Contains(violation));
}
