using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>A condition that tells something of a variable, or of the socket in it.</summary>
internal sealed class SocketTest(SocketTrait trait, AccessPath path, bool? whenTrue, bool? whenFalse)
{
    /// <summary>What it tells.</summary>
    public SocketTrait Trait { get; } = trait;

    /// <summary>The variable.</summary>
    public AccessPath Path { get; } = path;

    /// <summary>Is it so where the condition holds? Null where that is not told.</summary>
    public bool? WhenTrue { get; } = whenTrue;

    /// <summary>Is it so where the condition does not hold? Null where that is not told.</summary>
    public bool? WhenFalse { get; } = whenFalse;

    public static SocketTest? Read(IOperation? condition, PathReader paths)
    {
        return condition is null ? null : Operands.Unwrap(condition) switch
        {
            IPropertyReferenceOperation { Property.Name: "IsBound" } property => Of(SocketTrait.Bound, Socket(property), true, false),
            IPropertyReferenceOperation { Property.Name: "Connected" } property => Of(SocketTrait.Connected, Socket(property), true, false),
            IIsNullOperation isNull => OfNull(isNull.Operand, true, true),
            IIsTypeOperation { IsNegated: false } isType => OfNull(isType.ValueOperand, false, false),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => OfComparison(equals, true),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => OfComparison(unequal, false),
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } match when OfFamily(match.Value, constant.Value, true) is { } test => test,
            IIsPatternOperation { Pattern: { Kind: Patterns.NegatedPattern } not } match when (not.Children.FirstOrDefault() as IConstantPatternOperation)?.Value is { } family && OfFamily(match.Value, family, false) is { } test => test,
            IIsPatternOperation match when Patterns.MatchesNull(match.Pattern, out bool exact) is { } matchesNull => OfNull(match.Value, matchesNull, exact),
            _ => null,
        };

        SocketTest? OfComparison(IBinaryOperation comparison, bool isEqual) =>
            Operands.IsNull(comparison.RightOperand) ? OfNull(comparison.LeftOperand, isEqual, true)
            : Operands.IsNull(comparison.LeftOperand) ? OfNull(comparison.RightOperand, isEqual, true)
            : OfFamily(comparison.LeftOperand, comparison.RightOperand, isEqual) ?? OfFamily(comparison.RightOperand, comparison.LeftOperand, isEqual);

        // Of an IP family the other outcome says nothing: it may be the other one.
        SocketTest? OfFamily(IOperation asked, IOperation family, bool isEqual) =>
            paths.Uncaptured(Operands.Unwrap(asked)) is not IPropertyReferenceOperation { Property.Name: "AddressFamily" } property ? null
            : Operands.Unwrap(family).ConstantValue switch
            {
                { HasValue: true, Value: SocketConstants.AddressFamilyUnix } => Of(SocketTrait.Unix, Socket(property), isEqual, !isEqual),
                { HasValue: true, Value: SocketConstants.AddressFamilyInterNetwork or SocketConstants.AddressFamilyInterNetworkV6 } => Of(SocketTrait.Unix, Socket(property), isEqual ? false : null, isEqual ? null : false),
                _ => null,
            };

        SocketTest? OfNull(IOperation operand, bool isNull, bool complementIsExact) => Of(SocketTrait.Null, operand, isNull, complementIsExact ? !isNull : null);

        SocketTest? Of(SocketTrait trait, IOperation? operand, bool? whenTrue, bool? whenFalse) =>
            operand is not null && paths.Resolve(operand) is { } path ? new SocketTest(trait, path, whenTrue, whenFalse) : null;

        IOperation? Socket(IPropertyReferenceOperation property) => paths.IsSocketMember(property.Property) ? property.Instance : null;
    }
}

/// <summary>What a condition tells of a variable.</summary>
internal enum SocketTrait
{
    /// <summary>It holds nothing.</summary>
    Null,

    /// <summary>Its socket has an address.</summary>
    Bound,

    /// <summary>Its socket is connected.</summary>
    Connected,

    /// <summary>Its socket is a Unix domain socket.</summary>
    Unix,
}
