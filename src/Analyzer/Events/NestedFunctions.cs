using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads what lambdas and local functions may do to the variables of the body around them.</summary>
internal sealed class NestedFunctions
{
    private readonly ControlFlowGraph graph;
    private readonly BodyReader body;
    private readonly PathReader paths;
    private readonly EventSink sink;

    public NestedFunctions(ControlFlowGraph graph, BodyReader body, PathReader paths, EventSink sink)
    {
        this.graph = graph;
        this.body = body;
        this.paths = paths;
        this.sink = sink;
    }

    /// <summary>From its creation on, a lambda may run at any time.</summary>
    public void Create(IFlowAnonymousFunctionOperation function)
    {
        FunctionEffects effects = body.EffectsOf(function.Symbol, () => graph.GetAnonymousFunctionControlFlowGraph(function));
        effects.Emit(sink, function, leaves: Leaves(function));
        if (effects.Decides)
            sink.ReachLent();
        body.Delegates.Add(effects);
    }

    /// <summary>A local function runs where it is called.</summary>
    public void Run(IMethodSymbol localFunction, IOperation operation) => Effects(localFunction).Emit(sink, operation, leaves: false);

    /// <summary>Made a delegate, a local function may run from there on.</summary>
    public void MakeDelegate(IMethodSymbol localFunction, IOperation operation)
    {
        Run(localFunction, operation);
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

    private FunctionEffects Effects(IMethodSymbol localFunction)
    {
        IMethodSymbol declared = localFunction.OriginalDefinition;
        return body.EffectsOf(declared, () => Graph(declared));
    }

    /// <summary>In broken code a call may find a local function that no graph around it declares.</summary>
    private ControlFlowGraph? Graph(IMethodSymbol localFunction)
    {
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
