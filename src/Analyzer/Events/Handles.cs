using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

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
        while (consumer is IInvocationOperation { TargetMethod.ContainingType.Name: "SafeHandle" or "IntPtr" or "SafeSocketHandle", Arguments.IsEmpty: true } or IMemberReferenceOperation)
            consumer = Operands.Consumer(consumer);
        return consumer switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } =>
                (method.IsExtern && Unrelated.Contains(method.Name)) || FrameworkAssemblies.Declare(method),
            IExpressionStatementOperation or IInterpolationOperation or IBinaryOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            _ => false,
        };
    }
}
