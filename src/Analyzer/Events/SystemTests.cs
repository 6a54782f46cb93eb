using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the tests of the operating system around a place, and what is declared around it, so that nothing is said there of a system on which it does not run.</summary>
internal sealed class SystemTests : Guards
{
    public SystemTests(SemanticModel model, VariableValues values, CancellationToken cancellation)
        : base(model, values, cancellation)
    {
    }

    /// <summary>The systems on which the place can run, as far as its own body says, and the attributes of what it lies in.</summary>
    public Systems Around(SyntaxNode place) => (Systems)Around(place, () => (int)Declared(Model.GetEnclosingSymbol(place.SpanStart, Cancellation)));

    /// <inheritdoc/>
    protected override int Where(IOperation test, bool value) => (int)(test switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsPlatform(compared.LeftOperand) =>
            Of(SystemOf(compared.RightOperand), value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call when FrameworkAssemblies.Declare(method) => Of(SystemOf(call), value),
        _ => Systems.All,
    });

    /// <summary>By <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c>, which the platform analyzer holds all callers to.</summary>
    private static Systems Declared(ISymbol? innermost)
    {
        Systems systems = Systems.All;
        for (ISymbol? symbol = innermost; symbol is not null; symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol)
        {
            Systems supported = Systems.None;
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string platform })
                    continue;
                bool isWindows = platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
                if (attribute.AttributeClass?.Name == "SupportedOSPlatformAttribute")
                    supported |= isWindows ? Systems.Windows : Systems.Others;
                // Not on some version of it, with a number.
                else if (attribute.AttributeClass?.Name == "UnsupportedOSPlatformAttribute" && isWindows && platform.Length == "windows".Length)
                    systems &= Systems.Others;
            }
            if (supported != Systems.None)
                systems &= supported;
        }
        return systems;
    }

    /// <summary>Where a test of one system has the value: another system than Windows may be any of several.</summary>
    private static Systems Of(Systems asked, bool value) => asked switch
    {
        Systems.All => Systems.All,
        _ when value => asked,
        Systems.Windows => Systems.Others,
        _ => Systems.All,
    };

    private static Systems SystemOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.Name: "RuntimeInformation", Name: "IsOSPlatform" } => SystemOf(call.Arguments[0].Value),
        { ContainingType.Name: "OperatingSystem", Name: "IsWindows" } => Systems.Windows,
        { ContainingType.Name: "OperatingSystem", Parameters.IsEmpty: true } => Systems.Others,
        _ => Systems.All,
    };

    /// <summary>Of a value of <c>OSPlatform</c> or <c>PlatformID</c>.</summary>
    private static Systems SystemOf(IOperation system) => system switch
    {
        IMemberReferenceOperation { Member: { ContainingType.Name: "OSPlatform" or "PlatformID", Name: "Windows" or "Win32NT" } } => Systems.Windows,
        IMemberReferenceOperation { Member: { ContainingType.Name: "OSPlatform" or "PlatformID", Name: "Linux" or "OSX" or "FreeBSD" or "Unix" or "MacOSX" } } => Systems.Others,
        _ => Systems.All,
    };

    private static bool IsPlatform(IOperation value) => value is IPropertyReferenceOperation { Property: { Name: "Platform", ContainingType.Name: "OperatingSystem" } property } && FrameworkAssemblies.Declare(property);
}
