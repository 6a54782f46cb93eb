using Microsoft.CodeAnalysis;
using static SocketSetup.Analyzers.Rules.Resources;

namespace SocketSetup.Analyzers.Rules;

/// <summary>Every wording of every rule.</summary>
internal static class Descriptors
{
    private const string Reliability = nameof(Reliability);

    public static readonly DiagnosticDescriptor BoundProtocolNotTcp = Create(RuleIds.BoundWithoutReuseAddress, "BoundWithoutReuseAddress", nameof(BoundProtocolNotTcp), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundLeftToRuntime = Create(RuleIds.BoundWithoutReuseAddress, "BoundWithoutReuseAddress", nameof(BoundLeftToRuntime), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundOldCore = Create(RuleIds.BoundWithoutReuseAddress, "BoundWithoutReuseAddress", nameof(BoundOldCore), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundNoOptionNeeded = Create(RuleIds.BoundWithoutReuseAddress, "BoundWithoutReuseAddress", nameof(BoundNoOptionNeeded), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BoundRuntimeUnknown = Create(RuleIds.BoundWithoutReuseAddress, "BoundWithoutReuseAddress", nameof(BoundRuntimeUnknown), Reliability, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LateReuseAddress = Create(RuleIds.SetAfterBind, "SetAfterBind", nameof(LateReuseAddress), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateReuseAddressVariable = Create(RuleIds.SetAfterBind, "SetAfterBind", nameof(LateReuseAddressVariable), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateReuseAddressFalse = Create(RuleIds.SetAfterBind, "SetAfterBind", nameof(LateReuseAddressFalse), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateOption = Create(RuleIds.SetAfterBind, "SetAfterBind", nameof(LateOption), Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LateExclusiveAddressUse = Create(RuleIds.SetAfterBind, "SetAfterBind", nameof(LateExclusiveAddressUse), Reliability, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string rule, string wording, string category, DiagnosticSeverity severity) =>
        new(id, Text(rule + "Title"), Text(wording), category, severity, isEnabledByDefault: true, Text(rule + "Description"));
}
