using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;
using static SocketSetup.Analyzers.Rules.Descriptors;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Chooses the words for a finding that are true of the runtime at hand; none where nothing is wrong there.</summary>
internal static class Words
{
    /// <summary>What a missing decision leads to depends on the runtime, and on .NET Core 2.1 and later on the protocol.</summary>
    public static DiagnosticDescriptor OfBind(SetupFinding finding, Settings settings) => settings.Profile switch
    {
        RuntimeProfile.OldCore => BoundOldCore,
        RuntimeProfile.FrameworkOrMono or RuntimeProfile.WindowsOnly => BoundNoOptionNeeded,
        RuntimeProfile.Modern when finding.Creations.Any(creation => creation.Protocol == ProtocolArgument.Zero) => BoundProtocolNotTcp,
        RuntimeProfile.Modern when finding.Creations.All(creation => creation.Protocol == ProtocolArgument.Tcp) => BoundLeftToRuntime,
        _ => BoundRuntimeUnknown,
    };

    public static DiagnosticDescriptor OfLateSet(SetupFinding finding, Settings settings) => finding.At switch
    {
        { Operation: not IInvocationOperation } => LateExclusiveAddressUse,
        _ when finding.At.Kind.IsExclusiveAddressUse() || settings.Profile == RuntimeProfile.WindowsOnly => LateOption,
        _ when finding.Violation == Violation.ClearedAfterBind => LateReuseAddressFalse,
        { Kind: SocketEventKind.ReuseAddressCleared } => LateOption,
        _ => SocketOption.ValueOf(finding.At.Operation) is null ? LateReuseAddressVariable : LateReuseAddress,
    };

    /// <summary>Elsewhere the runtime never looks at the protocol.</summary>
    public static DiagnosticDescriptor? OfProtocol(SetupFinding finding, Settings settings) => settings.Profile switch
    {
        RuntimeProfile.Modern => ProtocolUnnamed,
        RuntimeProfile.Unknown => ProtocolUnnamedUnknown,
        _ => null,
    };

    /// <summary>On Windows clearing the option harms nobody.</summary>
    public static DiagnosticDescriptor OfConnectedSet(SetupFinding finding, Settings settings) =>
        finding.Violation == Violation.ClearedOnConnected && settings.Profile != RuntimeProfile.WindowsOnly ? ConnectedReuseAddressFalse : ConnectedReuseAddress;

    public static DiagnosticDescriptor OfContradiction(SetupFinding finding, Settings settings) => settings switch
    {
        { Profile: RuntimeProfile.OldCore } => ContradictionReuseWins,
        { Profile: RuntimeProfile.WindowsOnly } => ContradictionThrows,
        { Profile: RuntimeProfile.Modern } when StartSetsExclusiveAddressUse(finding) => ContradictionStartWins,
        { Profile: RuntimeProfile.Unknown } when StartSetsExclusiveAddressUse(finding) => ContradictionThrows,
        { IsNeverWindows: true } => ContradictionLastWinsElsewhere,
        _ => ContradictionLastWins,
    };

    /// <summary>Does a listener remember it? On .NET Core it sets the option whenever its socket is asked for, as when it starts: TCPListener.cs, CreateNewSocketIfNeeded.</summary>
    private static bool StartSetsExclusiveAddressUse(SetupFinding finding) =>
        !finding.At.Kind.IsExclusiveAddressUse() && finding.Others.Any(other => other is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "TcpListener" } });

    /// <summary>
    /// Clearing <c>ExclusiveAddressUse</c> opens the port on .NET Core 2.1 and later off Windows. On Windows it is clear by
    /// default.
    /// </summary>
    public static DiagnosticDescriptor? OfOpening(SetupFinding finding, Settings settings) => settings switch
    {
        { Preference: AddressReusePreference.Reuse or AddressReusePreference.ReuseExceptWindows } => null,
        _ when finding.At.Kind == SocketEventKind.ExclusiveAddressUseCleared => settings.Profile is RuntimeProfile.Modern or RuntimeProfile.Unknown ? OpenByExclusiveAddressUse : null,
        { Profile: RuntimeProfile.WindowsOnly } => OpenByReuseAddressWindows,
        { IsNeverWindows: true } => OpenByReuseAddressElsewhere,
        _ => OpenByReuseAddress,
    };

    /// <summary>Mono sets SO_REUSEADDR on every socket; there it is only on Windows that a second receiver fails.</summary>
    public static DiagnosticDescriptor OfMulticast(SetupFinding finding, Settings settings) => settings.Profile switch
    {
        RuntimeProfile.FrameworkOrMono => MulticastBoundWindows,
        _ => MulticastBound,
    };

    public static DiagnosticDescriptor OfStart(SetupFinding finding, Settings settings) => settings.Profile switch
    {
        RuntimeProfile.OldCore => StartedOldCore,
        RuntimeProfile.FrameworkOrMono or RuntimeProfile.WindowsOnly => StartedNoOptionNeeded,
        RuntimeProfile.Modern => StartedLeftToRuntime,
        _ => StartedRuntimeUnknown,
    };

    /// <summary>It is Linux that throws.</summary>
    public static DiagnosticDescriptor? OfUnixSet(SetupFinding finding, Settings settings) =>
        settings.Profile == RuntimeProfile.WindowsOnly || settings.IsNeverLinux ? null : SocketOption.ValueOf(finding.At.Operation) is null ? UnixSocketMayThrow : UnixSocketThrows;
}
