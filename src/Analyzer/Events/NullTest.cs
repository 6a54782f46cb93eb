using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>A condition that tells whether a variable is null, or the socket in it bound.</summary>
/// <param name="Path">The variable.</param>
/// <param name="WhenTrue">Is it so where the condition holds? Null where that is not told.</param>
/// <param name="WhenFalse">Is it so where the condition does not hold? Null where that is not told.</param>
internal sealed record NullTest(AccessPath Path, bool? WhenTrue, bool? WhenFalse)
{
    /// <summary>Does the condition tell whether the socket is bound, and not whether there is one?</summary>
    public bool IsOfBound { get; private init; }

    public static NullTest? Read(IOperation? condition, PathReader paths)
    {
        return condition is null ? null : Operands.Unwrap(condition) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not when Read(not.Operand, paths) is { } test => test with { WhenTrue = test.WhenFalse, WhenFalse = test.WhenTrue },
            IPropertyReferenceOperation { Property.Name: "IsBound", Instance: { } socket } property when paths.IsSocketMember(property.Property) && paths.Resolve(socket) is { } bound =>
                new NullTest(bound, true, false) { IsOfBound = true },
            IIsNullOperation isNull => Of(isNull.Operand, true, true),
            IIsTypeOperation { IsNegated: false } isType => Of(isType.ValueOperand, false, false),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => OfComparison(equals, true),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => OfComparison(unequal, false),
            IIsPatternOperation match when Patterns.MatchesNull(match.Pattern, out bool exact) is { } matchesNull => Of(match.Value, matchesNull, exact),
            _ => null,
        };

        NullTest? OfComparison(IBinaryOperation comparison, bool isNull) =>
            Operands.IsNull(comparison.RightOperand) ? Of(comparison.LeftOperand, isNull, true)
            : Operands.IsNull(comparison.LeftOperand) ? Of(comparison.RightOperand, isNull, true)
            : null;

        NullTest? Of(IOperation operand, bool isNull, bool complementIsExact) =>
            paths.Resolve(operand) is { } path ? new NullTest(path, isNull, complementIsExact ? !isNull : null) : null;
    }
}
