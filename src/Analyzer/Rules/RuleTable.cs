using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;
using static SocketSetup.Analyzers.Rules.Descriptors;

namespace SocketSetup.Analyzers.Rules;

/// <summary>The table of rules. All of them read the same run of the engine.</summary>
internal static class RuleTable
{
    public static readonly ImmutableArray<Rule> Rules = ImmutableArray.Create(
        new Rule(
            ImmutableArray.Create(Violation.BoundWithoutDecision),
            ImmutableArray.Create(BoundProtocolNotTcp, BoundLeftToRuntime, BoundOldCore, BoundNoOptionNeeded, BoundRuntimeUnknown),
            WordBound),
        new Rule(
            ImmutableArray.Create(Violation.DecidedAfterBind, Violation.ClearedAfterBind),
            ImmutableArray.Create(LateReuseAddress, LateReuseAddressVariable, LateReuseAddressFalse, LateOption, LateExclusiveAddressUse),
            WordLate));

    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = Rules.SelectMany(rule => rule.Descriptors).ToImmutableArray();

    public static Rule For(Violation violation) => Rules.First(rule => rule.Violations.Contains(violation));

    /// <summary>What a missing decision leads to depends on the runtime, and on .NET Core 2.1 and later on the protocol.</summary>
    private static DiagnosticDescriptor WordBound(SetupFinding finding, RuntimeProfile profile) => profile switch
    {
        RuntimeProfile.OldCore => BoundOldCore,
        RuntimeProfile.FrameworkOrMono or RuntimeProfile.WindowsOnly => BoundNoOptionNeeded,
        RuntimeProfile.Modern when finding.Creations.Any(creation => creation.Protocol == ProtocolArgument.Zero) => BoundProtocolNotTcp,
        RuntimeProfile.Modern when finding.Creations.All(creation => creation.Protocol == ProtocolArgument.Tcp) => BoundLeftToRuntime,
        _ => BoundRuntimeUnknown,
    };

    private static DiagnosticDescriptor WordLate(SetupFinding finding, RuntimeProfile profile) => finding.At switch
    {
        { Operation: ISimpleAssignmentOperation } => LateExclusiveAddressUse,
        { Kind: SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ExclusiveAddressUseCleared } => LateOption,
        _ when finding.Violation == Violation.ClearedAfterBind => LateReuseAddressFalse,
        { Kind: SocketEventKind.ReuseAddressCleared } => LateOption,
        { Operation: IInvocationOperation set } when set.Arguments.Any(argument => argument.Parameter?.Name == "optionValue" && Constants.Integer(argument.Value) is null) => LateReuseAddressVariable,
        _ => LateReuseAddress,
    };
}
