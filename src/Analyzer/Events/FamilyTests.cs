using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Reads the tests around a place for a Unix domain socket: by the type of an end point, or by the family of an end point or
/// socket, whichever it is of. Where one has come true, an end point of which nothing else is known is no IP end point.
/// </summary>
internal sealed class FamilyTests : Guards
{
    private const int IP = 1;
    private const int Unix = 2;

    public FamilyTests(SemanticModel model, VariableValues values, CancellationToken cancellation)
        : base(model, values, cancellation)
    {
    }

    /// <summary>Can nothing but a Unix domain socket come to the place?</summary>
    public bool LeaveOnlyUnix(SyntaxNode place) => (LeftAt(place) & IP) == 0;

    /// <inheritdoc/>
    protected override int Where(IOperation test, bool value) => test switch
    {
        IIsTypeOperation { TypeOperand: var type } => OfType(type, value),
        IIsPatternOperation { Pattern: { Kind: Patterns.NegatedPattern } not } => not.Children.FirstOrDefault() is { } inner ? OfPattern(inner, !value) : All,
        IIsPatternOperation { Pattern: var pattern } => OfPattern(pattern, value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when IsUnix(compared.LeftOperand) || IsUnix(compared.RightOperand) =>
            Of(Unix, value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared when (compared.RightOperand as ITypeOfOperation ?? compared.LeftOperand as ITypeOfOperation) is { } type =>
            OfType(type.TypeOperand, value == (compared.OperatorKind == BinaryOperatorKind.Equals)),
        _ => All,
    };

    /// <inheritdoc/>
    protected override int In(SwitchSectionSyntax section) =>
        section.Labels.All(label => label is CaseSwitchLabelSyntax { Value: var value } && Model.GetOperation(value, Cancellation) is { } family && IsUnix(family)) ? Unix : All;

    private int OfPattern(IOperation pattern, bool value) => pattern switch
    {
        IConstantPatternOperation { Value: var family } => IsUnix(family) ? Of(Unix, value) : All,
        // What it asks for beside the type may be what fails.
        IRecursivePatternOperation { MatchedType: var type } whole => !value ? All : whole.PropertySubpatterns.Any(part => OfPattern(part.Pattern, true) == Unix) ? Unix : OfType(type, true),
        _ => Model.GetTypeInfo(pattern.Syntax, Cancellation).ConvertedType is { } type ? OfType(type, value) : All,
    };

    private static int OfType(ITypeSymbol type, bool value) => type.Name switch
    {
        "UnixDomainSocketEndPoint" => Of(Unix, value),
        "IPEndPoint" => Of(IP, value),
        _ => All,
    };

    private static int Of(int asked, bool value) => value ? asked : ~asked;

    private static bool IsUnix(IOperation family) => family is { Type.Name: "AddressFamily", ConstantValue: { HasValue: true, Value: SocketConstants.AddressFamilyUnix } };
}
