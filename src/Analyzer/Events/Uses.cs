using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows the operations that use a value without handing it to anybody.</summary>
internal static class Uses
{
    public static bool AreHarmless(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: not null } => false,
        // A tuple that is taken apart, returned or given to a variable is followed; see AssignmentReader.
        ITupleOperation => operation.Parent is null || Operands.Consumer(operation) is null or ISimpleAssignmentOperation || IsTakenApart(operation),
        IArrayInitializerOperation => IsArgument(operation),
        IConversionOperation or IBinaryOperation or IUnaryOperation or IIsNullOperation or IIsTypeOperation => true,
        // What becomes of an argument is read at the call.
        IArgumentOperation or IMemberReferenceOperation or IArrayCreationOperation or IDelegateCreationOperation => true,
        IExpressionStatementOperation or IInterpolatedStringOperation or IInterpolationOperation => true,
        IDeclarationExpressionOperation or INameOfOperation or ITypeOfOperation or IDiscardOperation or IThrowOperation => true,
        _ => false,
    };

    /// <summary>Is it an array made only to be an argument, as <c>params</c> does?</summary>
    private static bool IsArgument(IOperation initializer) =>
        initializer.Parent is IArrayCreationOperation array && Operands.Consumer(array) is IArgumentOperation;

    private static bool IsTakenApart(IOperation tuple)
    {
        IOperation? consumer = Operands.Consumer(tuple);
        if (consumer is IDeclarationExpressionOperation)
            consumer = consumer.Parent;
        return consumer is IDeconstructionAssignmentOperation { Target: var target, Value: var value }
            && (Operands.Unwrap(target) is ITupleOperation or IDeclarationExpressionOperation)
            && (Operands.Unwrap(value) is ITupleOperation values ? SameLength(target, values) : Operands.Unwrap(target) == tuple || target is IDeclarationExpressionOperation);
    }

    private static bool SameLength(IOperation target, ITupleOperation values) =>
        (target is IDeclarationExpressionOperation declaration ? declaration.Expression : Operands.Unwrap(target)) is ITupleOperation targets
        && targets.Elements.Length == values.Elements.Length;
}
