using Microsoft.CodeAnalysis;
using static SocketSetup.Analyzers.Rules.Resources;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Every wording of every rule.</summary>
internal static class Descriptors
{
    private const string Reliability = nameof(Reliability);
    private const string Security = nameof(Security);
    private const string Usage = nameof(Usage);

    public static readonly DiagnosticDescriptor UnknownSetting = Create(RuleIds.UnknownSetting, nameof(UnknownSetting), Usage, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BoundProtocolNotTcp = Create(RuleIds.BoundWithoutReuseAddress, nameof(BoundProtocolNotTcp), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundLeftToRuntime = Create(RuleIds.BoundWithoutReuseAddress, nameof(BoundLeftToRuntime), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundOldCore = Create(RuleIds.BoundWithoutReuseAddress, nameof(BoundOldCore), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundNoOptionNeeded = Create(RuleIds.BoundWithoutReuseAddress, nameof(BoundNoOptionNeeded), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundRuntimeUnknown = Create(RuleIds.BoundWithoutReuseAddress, nameof(BoundRuntimeUnknown), Reliability, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LateReuseAddress = Create(RuleIds.SetAfterBind, nameof(LateReuseAddress), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateReuseAddressVariable = Create(RuleIds.SetAfterBind, nameof(LateReuseAddressVariable), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateReuseAddressFalse = Create(RuleIds.SetAfterBind, nameof(LateReuseAddressFalse), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateOption = Create(RuleIds.SetAfterBind, nameof(LateOption), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateExclusiveAddressUse = Create(RuleIds.SetAfterBind, nameof(LateExclusiveAddressUse), Reliability, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ProtocolUnnamed = Create(RuleIds.ProtocolNotNamed, nameof(ProtocolUnnamed), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ProtocolUnnamedUnknown = Create(RuleIds.ProtocolNotNamed, nameof(ProtocolUnnamedUnknown), Reliability, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ConnectedReuseAddress = Create(RuleIds.SetOnConnected, nameof(ConnectedReuseAddress), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ConnectedReuseAddressFalse = Create(RuleIds.SetOnConnected, nameof(ConnectedReuseAddressFalse), Usage, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ContradictionLastWinsElsewhere = Create(RuleIds.Contradiction, nameof(ContradictionLastWinsElsewhere), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ContradictionLastWins = Create(RuleIds.Contradiction, nameof(ContradictionLastWins), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ContradictionStartWins = Create(RuleIds.Contradiction, nameof(ContradictionStartWins), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ContradictionReuseWins = Create(RuleIds.Contradiction, nameof(ContradictionReuseWins), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ContradictionThrows = Create(RuleIds.Contradiction, nameof(ContradictionThrows), Usage, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OpenByReuseAddress = Create(RuleIds.OpenToSharing, nameof(OpenByReuseAddress), Security, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor OpenByReuseAddressWindows = Create(RuleIds.OpenToSharing, nameof(OpenByReuseAddressWindows), Security, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor OpenByReuseAddressElsewhere = Create(RuleIds.OpenToSharing, nameof(OpenByReuseAddressElsewhere), Security, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor OpenByExclusiveAddressUse = Create(RuleIds.OpenToSharing, nameof(OpenByExclusiveAddressUse), Security, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor MulticastBound = Create(RuleIds.MulticastWithoutReuseAddress, nameof(MulticastBound), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor MulticastBoundWindows = Create(RuleIds.MulticastWithoutReuseAddress, nameof(MulticastBoundWindows), Reliability, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor StartedLeftToRuntime = Create(RuleIds.StartedWithoutDecision, nameof(StartedLeftToRuntime), Reliability, DiagnosticSeverity.Warning, isOn: false);
    public static readonly DiagnosticDescriptor StartedOldCore = Create(RuleIds.StartedWithoutDecision, nameof(StartedOldCore), Reliability, DiagnosticSeverity.Warning, isOn: false);
    public static readonly DiagnosticDescriptor StartedNoOptionNeeded = Create(RuleIds.StartedWithoutDecision, nameof(StartedNoOptionNeeded), Reliability, DiagnosticSeverity.Warning, isOn: false);
    public static readonly DiagnosticDescriptor StartedRuntimeUnknown = Create(RuleIds.StartedWithoutDecision, nameof(StartedRuntimeUnknown), Reliability, DiagnosticSeverity.Warning, isOn: false);

    public static readonly DiagnosticDescriptor UnixSocketThrows = Create(RuleIds.SetOnUnixSocket, nameof(UnixSocketThrows), Usage, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor UnixSocketMayThrow = Create(RuleIds.SetOnUnixSocket, nameof(UnixSocketMayThrow), Usage, DiagnosticSeverity.Warning);

    /// <summary>As <see cref="UnknownSetting"/>, for an analyzer that runs only where one of its rules has been turned on.</summary>
    public static readonly DiagnosticDescriptor UnknownSettingOnDemand = Create(RuleIds.UnknownSetting, nameof(UnknownSetting), Usage, DiagnosticSeverity.Warning, isOn: false);

    /// <summary>Title and description are named by the id.</summary>
    private static DiagnosticDescriptor Create(string id, string wording, string category, DiagnosticSeverity severity, bool isOn = true) =>
        new(id, Text(id + "Title"), Text(wording), category, severity, isOn, Text(id + "Description"), HelpLink.For(id));
}
