using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads what lambdas and local functions may do to the variables of the body around them.</summary>
internal sealed class NestedFunctions
{
    private readonly ControlFlowGraph graph;
    private readonly BodyReader reader;
    private readonly Body body;
    private readonly PathReader paths;
    private readonly EventSink sink;

    public NestedFunctions(ControlFlowGraph graph, BodyReader reader, PathReader paths, EventSink sink)
    {
        this.graph = graph;
        this.reader = reader;
        body = reader.Body;
        this.paths = paths;
        this.sink = sink;
    }

    /// <summary>From its creation on, a lambda may run at any time.</summary>
    public void Create(IFlowAnonymousFunctionOperation function)
    {
        reader.Read(function.Symbol, graph.GetAnonymousFunctionControlFlowGraph(function));
        if (!body.Lambdas.Contains(function.Symbol))
            MakeDelegate(new CallSite(function.Symbol) { Leaves = Leaves(function) }, function);
    }

    /// <summary>Made a delegate, a function may run from there on.</summary>
    public void MakeDelegate(CallSite function, IOperation operation)
    {
        var made = new SocketEvent(SocketEventKind.Delegated, sink.Statics, operation) { Call = function };
        sink.Add(made);
        body.Delegates.Add(made);
    }

    /// <summary>Has the body made a delegate so far?</summary>
    public bool MakesDelegates => body.Delegates.Count > 0;

    /// <summary>A call may run any function of the body that was made a delegate before it.</summary>
    public void RunAny(IOperation operation)
    {
        if (body.Delegates.Count > 0)
            sink.Add(new SocketEvent(SocketEventKind.DelegateCalled, sink.Statics, operation) { Delegates = body.Delegates.Count });
    }

    /// <summary>Is the lambda handed to code that cannot be seen?</summary>
    private bool Leaves(IFlowAnonymousFunctionOperation function)
    {
        IOperation? consumer = Operands.Consumer(function);
        if (consumer is IDelegateCreationOperation creation)
            consumer = Operands.Consumer(creation);
        return consumer switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } argument => call.TargetMethod.MethodKind != MethodKind.LocalFunction && IsUnseen(call.TargetMethod) && !IsOnlyRun(argument, call),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => IsUnseen(constructor),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } => IsUnseen(target.Member) && paths.Resolve(target) is null,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } => IsUnseen(reference.Event) && reference.Instance is not IInstanceReferenceOperation,
            ISimpleAssignmentOperation or IFlowCaptureOperation or IExpressionStatementOperation => false,
            _ => true,
        };
    }

    private bool IsOnlyRun(IArgumentOperation argument, IInvocationOperation call) =>
        argument.Parameter is { } parameter && Runners.OnlyRun(parameter, call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.IsVirtual, body.Symbols, reader.Cancellation);

    private static bool IsUnseen(ISymbol symbol) => !FrameworkAssemblies.Declare(symbol);
}
