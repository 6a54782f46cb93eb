using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Knows which values of calls and creations are followed: sockets, pairs of them, and objects in source that may own one.</summary>
internal static class Results
{
    /// <summary>What a call gives back once it is awaited.</summary>
    public static ITypeSymbol TypeOf(IMethodSymbol method) =>
        method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;

    public static bool AreFollowed(ITypeSymbol? type, SocketSymbols symbols) => type switch
    {
        null => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => symbols.IsSocket(element.Type)),
        _ => symbols.IsSocket(type) || symbols.OwnsSocket(type),
    };

    /// <summary>Is it a task, or a value that can be awaited like one?</summary>
    public static bool IsTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>What a task gives; of anything else, itself.</summary>
    public static ITypeSymbol? Unwrap(ITypeSymbol? type) => IsTask(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type;

    /// <summary>The task whose result the operation waits for, by <c>await</c>, <c>Result</c> or <c>GetAwaiter().GetResult()</c>; null where it does not.</summary>
    public static IOperation? Waited(IOperation operation) => operation switch
    {
        IAwaitOperation wait => Awaited(wait),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) => Operands.Unwrap(task),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } value } } when Unconfigured(value) is var task && IsTask(task.Type) => task,
        _ => null,
    };

    /// <summary>Does the call of the framework last until another thread has done something, as an <c>await</c> does?</summary>
    public static bool Waits(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Wait" or "WaitOne" or "WaitAll" or "WaitAny" or "SignalAndWait" or "Join" or "GetResult", ContainingNamespace.Name: "Threading" or "Tasks" or "CompilerServices" } method && FrameworkAssemblies.Declare(method);

    /// <summary>The call that an <c>await</c> waits for.</summary>
    public static IOperation Awaited(IAwaitOperation wait) => Unconfigured(wait.Operation);

    /// <summary>Is what the call gives, or the awaited call, not used?</summary>
    public static bool AreDropped(IOperation call) =>
        Consumer(call) is { } consumer && (IsWait(consumer) ? Operands.Consumer(consumer) : consumer) is IExpressionStatementOperation;

    /// <summary>Is the call awaited at once, or does its caller block until its end?</summary>
    public static bool IsAwaited(IOperation call) => IsWait(Consumer(call));

    private static bool IsWait(IOperation? consumer) => consumer switch
    {
        IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" } => true,
        IInvocationOperation { Arguments.IsEmpty: true } wait => Waits(wait),
        _ => false,
    };

    /// <summary>What the value is for, once it is configured and its awaiter is taken.</summary>
    private static IOperation? Consumer(IOperation call)
    {
        IOperation? consumer = Operands.Consumer(call);
        while (consumer is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" })
            consumer = Operands.Consumer(consumer);
        return consumer;
    }

    private static IOperation Unconfigured(IOperation task)
    {
        IOperation operation = Operands.Unwrap(task);
        return operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? Operands.Unwrap(configured) : operation;
    }
}
