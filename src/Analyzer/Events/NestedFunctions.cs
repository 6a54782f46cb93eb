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
        FunctionEffects effects = reader.EffectsOf(function.Symbol, () => graph.GetAnonymousFunctionControlFlowGraph(function));
        if (body.Lambdas.Contains(function.Symbol))
            return;
        Delegate(function.Symbol, function);
        effects.Emit(sink, function, leaves: Leaves(function));
        if (effects.Decides)
            sink.ReachLent();
        body.Delegates.Add(effects);
    }

    /// <summary>What a call of the function may do, in any order.</summary>
    public List<SocketEvent> EffectsOf(IMethodSymbol function, IOperation operation) =>
        Effects(function).At(operation).ToList();

    /// <summary>Made a delegate, a local function may run from there on.</summary>
    public void MakeDelegate(IMethodSymbol localFunction, IOperation operation)
    {
        Delegate(localFunction.OriginalDefinition, operation);
        Effects(localFunction).Emit(sink, operation, leaves: false);
        body.Delegates.Add(Effects(localFunction));
    }

    /// <summary>A method that was made a delegate, by what a call of it can reach.</summary>
    public void MakeDelegate(IEnumerable<SocketEvent> events) => body.Delegates.Add(FunctionEffects.Of(events));

    /// <summary>A call may run any function of the body that was made a delegate before it.</summary>
    public void RunAny(IOperation operation)
    {
        if (body.Delegates.Count > 0)
            sink.Add(new SocketEvent(SocketEventKind.DelegateCalled, sink.Statics, operation) { Delegates = body.Delegates.Count });
    }

    private void Delegate(IMethodSymbol function, IOperation operation) =>
        sink.Add(new SocketEvent(SocketEventKind.Delegated, sink.Statics, operation) { Call = new CallSite(function) });

    private FunctionEffects Effects(IMethodSymbol function)
    {
        IMethodSymbol declared = function.OriginalDefinition;
        return reader.EffectsOf(declared, () => Graph(declared));
    }

    /// <summary>In broken code a call may find a local function that no graph around it declares.</summary>
    private ControlFlowGraph? Graph(IMethodSymbol localFunction)
    {
        if (localFunction.MethodKind != MethodKind.LocalFunction)
            return null; // A lambda that is called in its own body, and so has no effects yet.
        for (ControlFlowGraph? current = graph; current is not null; current = current.Parent)
        {
            if (current.LocalFunctions.Contains(localFunction))
                return current.GetLocalFunctionControlFlowGraph(localFunction);
        }
        return null;
    }

    /// <summary>Is the lambda handed to code that cannot be seen?</summary>
    private bool Leaves(IFlowAnonymousFunctionOperation function)
    {
        IOperation? consumer = Operands.Consumer(function);
        if (consumer is IDelegateCreationOperation creation)
            consumer = Operands.Consumer(creation);
        return consumer switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.MethodKind != MethodKind.LocalFunction && IsUnseen(call.TargetMethod),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => IsUnseen(constructor),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } => IsUnseen(target.Member) && paths.Resolve(target) is null,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } => IsUnseen(reference.Event) && reference.Instance is not IInstanceReferenceOperation,
            ISimpleAssignmentOperation or IFlowCaptureOperation or IExpressionStatementOperation => false,
            _ => true,
        };
    }

    private static bool IsUnseen(ISymbol symbol) => !FrameworkAssemblies.Declare(symbol);
}
