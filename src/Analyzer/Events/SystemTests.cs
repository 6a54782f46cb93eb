using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the tests of the operating system around a place, and what is declared around it, so that nothing is said there of a system on which it does not run.</summary>
internal sealed class SystemTests : Guards
{
    /// <summary>A caller of a caller, and no further.</summary>
    private const int MaximumCalls = 2;

    /// <summary>A method that is called in more places is hardly one for one system.</summary>
    private const int MaximumUses = 32;

    /// <summary>What the callers of a method leave, asked so many calls deep: a body may have many findings.</summary>
    private readonly Dictionary<(IMethodSymbol Method, int Calls), Systems> callers = [];

    public SystemTests(SemanticModel model, VariableValues values, CancellationToken cancellation)
        : base(model, values, cancellation)
    {
    }

    /// <summary>The systems on which the place can run, as far as its own body and those that call it say, and the attributes of what it lies in.</summary>
    public Systems Around(SyntaxNode place) => Around(place, MaximumCalls);

    private Systems Around(SyntaxNode place, int calls)
    {
        Systems systems = (Systems)LeftAt(place);
        for (ISymbol? symbol = Model.GetEnclosingSymbol(place.SpanStart, Cancellation); symbol is not null; symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol)
        {
            systems &= Declared(symbol, "Attribute");
            if (symbol is IMethodSymbol method && calls > 0)
                systems &= OfCallers(method, calls);
        }
        return systems;
    }

    /// <inheritdoc/>
    protected override int Where(IOperation test, bool value) => (int)(test switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsPlatform(compared.LeftOperand) =>
            Of(SystemOf(compared.RightOperand), value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsPlatform(compared.RightOperand) =>
            Of(SystemOf(compared.LeftOperand), value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        IIsPatternOperation { Value: var asked, Pattern: var pattern } when IsPlatform(asked) => OfPattern(pattern, value),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call when FrameworkAssemblies.Declare(method) =>
            // Not from some version of it on says nothing of those before.
            !value && method.Name.EndsWith("VersionAtLeast", StringComparison.Ordinal) ? Systems.All : Of(SystemOf(call), value),
        // Where a guard is false it may be for another reason.
        IInvocationOperation { TargetMethod: var guard } when value => Declared(guard, "GuardAttribute"),
        IMemberReferenceOperation { Member: var guard } when value => Declared(guard, "GuardAttribute"),
        _ => Systems.All,
    });

    /// <inheritdoc/>
    protected override int In(SwitchSectionSyntax section)
    {
        if (section.Parent is not SwitchStatementSyntax { Expression: var asked } || Values.Operation(asked, Cancellation) is not { } platform || !IsPlatform(platform))
            return All;
        Systems systems = Systems.None;
        foreach (SwitchLabelSyntax label in section.Labels)
            systems |= label is CaseSwitchLabelSyntax { Value: var value } && Values.Operation(value, Cancellation) is { } system ? SystemOf(system) : Systems.All;
        return (int)systems;
    }

    /// <summary>What is left by all who call the method, and by all who make it a delegate: everything where one of them may be out of sight.</summary>
    private Systems OfCallers(IMethodSymbol method, int calls)
    {
        if (callers.TryGetValue((method, calls), out Systems systems))
            return systems;
        if (Values.Uses(method, Cancellation) is not { Count: > 0 and <= MaximumUses } uses)
            return callers[(method, calls)] = Systems.All;
        for (int i = 0; i < uses.Count && systems != Systems.All; i++)
        {
            SystemTests tests = uses[i].SyntaxTree == Model.SyntaxTree ? this : new SystemTests(Values.Model(uses[i]), Values, Cancellation);
            systems |= tests.Around(uses[i], calls - 1);
        }
        return callers[(method, calls)] = systems;
    }

    /// <summary>By <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c>, which the platform analyzer holds all callers to; or by the guards of these names.</summary>
    private static Systems Declared(ISymbol symbol, string suffix)
    {
        Systems systems = Systems.All;
        Systems supported = Systems.None;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string platform })
                continue;
            if (attribute.AttributeClass?.Name == "SupportedOSPlatform" + suffix)
                supported |= SystemOf(platform);
            // Not on some version of it, with a number.
            else if (attribute.AttributeClass?.Name == "UnsupportedOSPlatform" + suffix && !platform.Any(char.IsDigit))
                systems &= Of(SystemOf(platform), false);
        }
        return supported == Systems.None ? systems : systems & supported;
    }

    /// <summary>Where a test of one system has the value: others than Windows and Linux may be any of several.</summary>
    private static Systems Of(Systems asked, bool value) => value ? asked : asked is Systems.Windows or Systems.Linux ? Systems.All & ~asked : Systems.All;

    private static Systems OfPattern(IOperation pattern, bool value) => pattern switch
    {
        IConstantPatternOperation { Value: var system } => Of(SystemOf(system), value),
        { Kind: Patterns.NegatedPattern } when pattern.Children.FirstOrDefault() is { } inner => OfPattern(inner, !value),
        { Kind: Patterns.BinaryPattern } when pattern.Children.Select(part => OfPattern(part, value)).ToList() is { Count: 2 } parts =>
            (pattern.Syntax.RawKind == Patterns.OrPattern) == value ? parts[0] | parts[1] : parts[0] & parts[1],
        _ => Systems.All,
    };

    private static Systems SystemOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.Name: "RuntimeInformation", Name: "IsOSPlatform" } => SystemOf(call.Arguments[0].Value),
        { ContainingType.Name: "OperatingSystem", Name: "IsOSPlatform" } => call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string platform } ? SystemOf(platform) : Systems.All,
        { ContainingType.Name: "OperatingSystem", Name: var test } when test.StartsWith("Is", StringComparison.Ordinal) => SystemOf(test.Substring("Is".Length)),
        _ => Systems.All,
    };

    /// <summary>By a name, which a version may follow.</summary>
    private static Systems SystemOf(string platform) =>
        platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase) ? Systems.Windows : platform.StartsWith("linux", StringComparison.OrdinalIgnoreCase) ? Systems.Linux : Systems.Others;

    /// <summary>Of a value of <c>OSPlatform</c> or <c>PlatformID</c>.</summary>
    private static Systems SystemOf(IOperation system) => system is not IMemberReferenceOperation { Member: { ContainingType.Name: "OSPlatform" or "PlatformID", Name: var name } } ? Systems.All : name switch
    {
        "Win32NT" => Systems.Windows,
        "Unix" => Systems.NotWindows,
        "Windows" or "Linux" or "OSX" or "FreeBSD" or "MacOSX" => SystemOf(name),
        _ => Systems.All,
    };

    /// <summary>Is it the platform, or a local that holds nothing else?</summary>
    private bool IsPlatform(IOperation value) => IsPlatformItself(value)
        || (value is ILocalReferenceOperation { Local: var local } && Values.Of(local, Cancellation)?.All(one => Values.Operation(one, Cancellation) is { } held && IsPlatformItself(held)) is true);

    private static bool IsPlatformItself(IOperation value) => value is IPropertyReferenceOperation { Property: { Name: "Platform", ContainingType.Name: "OperatingSystem" } property } && FrameworkAssemblies.Declare(property);
}
