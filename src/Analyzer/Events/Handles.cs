using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Follows a socket's handle: whoever gets it can set any option by it.</summary>
internal static class Handles
{
    /// <summary>Native functions that take a handle and have nothing to do with socket options.</summary>
    private static readonly string[] Unrelated = ["SetHandleInformation", "GetHandleInformation", "fcntl", "ioctl", "ioctlsocket", "WSAIoctl"];

    /// <summary>Is the handle only looked at, or given to code that is known to set no option?</summary>
    public static bool StayUnused(IPropertyReferenceOperation handle)
    {
        IOperation? consumer = Operands.Consumer(handle);
        // What it looks like in numbers or words, and what it says of itself.
        while (consumer is IInvocationOperation { Arguments.IsEmpty: true, TargetMethod.Name: "DangerousGetHandle" or "ToInt32" or "ToInt64" or "ToString" })
            consumer = Operands.Consumer(consumer);
        return consumer switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } =>
                (method.IsExtern && IsUnrelated(method)) || method is { ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } },
            IMemberReferenceOperation { Member.Name: "IsInvalid" or "IsClosed" } => true,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IBinaryOperation { Type.SpecialType: SpecialType.System_String } => true,
            IExpressionStatementOperation or IInterpolationOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            _ => false,
        };
    }

    /// <summary>By the name that the native library knows it by.</summary>
    private static bool IsUnrelated(IMethodSymbol method) => Unrelated.Contains(method.GetDllImportData()?.EntryPointName ?? method.Name);
}
