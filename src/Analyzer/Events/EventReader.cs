using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Reads the operations of one graph, in the order in which they run, as events on sockets. What it does not know it
/// takes for an escape: an unknown is silence.
/// </summary>
internal sealed class EventReader
{
    private readonly EventSink sink;
    private readonly PathReader paths;
    private readonly AssignmentReader assignments;
    private readonly CallReader calls;
    private readonly NestedFunctions nested;
    private readonly ControlFlowGraph graph;
    private readonly List<(IOperation Operation, bool Evaluated)> pending = [];

    public EventReader(ControlFlowGraph graph, BodyReader reader)
    {
        this.graph = graph;
        paths = new PathReader(graph, reader.Body.Paths, reader.Body.Symbols, reader.Body.Lambdas);
        sink = new EventSink(reader.Body);
        nested = new NestedFunctions(graph, reader, paths, sink);
        calls = new CallReader(paths, sink, nested, reader.Body.Symbols);
        assignments = new AssignmentReader(paths, sink, calls);
    }

    /// <summary>The events of the block, evaluated from its first operation to its branch value.</summary>
    public SocketEvent[] Read(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
        {
            Walk(operation);
            sink.ForgetTemporaries();
        }
        if (block.BranchValue is { } value)
        {
            Walk(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                foreach (IOperation part in Operands.Unwrap(value) is ITupleOperation pair ? pair.Elements.AsEnumerable() : new[] { value })
                    sink.Add(SocketEventKind.Returned, paths.Resolve(part), value);
                assignments.Return(sink.Paths.Result(graph, value.Type), value, isNested: graph.Parent is not null);
            }
            sink.ForgetTemporaries();
        }
        return sink.Take();
    }

    /// <summary>What the block's branch condition tells of a variable.</summary>
    public SocketTest? ReadCondition(BasicBlock block) =>
        block.ConditionKind == ControlFlowConditionKind.None ? null : SocketTest.Read(block.BranchValue, paths);

    /// <summary>Operands before operators, with a stack of its own: an expression may be ten thousand terms deep.</summary>
    private void Walk(IOperation root)
    {
        pending.Add((root, false));
        while (pending.Count > 0)
        {
            int last = pending.Count - 1;
            (IOperation operation, bool evaluated) = pending[last];
            if (evaluated)
            {
                pending.RemoveAt(last);
                Visit(operation);
                continue;
            }
            pending[last] = (operation, true);
            // Most have no operand, or one: not to ask those for all of them saves an enumerator each.
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or ILiteralOperation or IFlowCaptureReferenceOperation)
                continue;
            if (OnlyOperand(operation) is { } only)
            {
                pending.Add((only, false));
                continue;
            }
            foreach (IOperation operand in operation.Children)
                pending.Add((operand, false));
            pending.Reverse(last + 1, pending.Count - last - 1);
        }
    }

    private static IOperation? OnlyOperand(IOperation operation) => operation switch
    {
        IArgumentOperation argument => argument.Value,
        IConversionOperation conversion => conversion.Operand,
        IExpressionStatementOperation statement => statement.Operation,
        IFieldReferenceOperation field => field.Instance,
        _ => null,
    };

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation { Value.Syntax.Parent: LockStatementSyntax }:
                break; // Nothing but the lock is taken of it.
            case IFlowCaptureOperation capture:
                if (paths.Captured(capture) is { } captured)
                    assignments.Read(captured, capture.Value, capture);
                else
                    sink.KeepTemporary(paths.Resolve(capture.Value));
                break;
            case ISimpleAssignmentOperation assignment:
                if (!(paths.AssignedProperty(assignment.Target) is { } target && calls.ReadSet(target, assignment.Value, assignment)))
                    assignments.Read(assignment);
                break;
            case ICompoundAssignmentOperation compound when paths.AssignedProperty(compound.Target) is { } changed:
                calls.ReadSet(changed, compound, compound);
                break;
            case IAddressOfOperation address:
                sink.GiveSecondName(paths.Resolve(address.Reference), address);
                break;
            case IInterpolationOperation { Expression: var text } when paths.Resolve(text) is { } path && !path.CanHoldSocket && IsPrintedByOthers(text.Type):
                sink.Escape(path, operation);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                assignments.Read(deconstruction);
                break;
            case IIsPatternOperation match:
                assignments.Read(match);
                break;
            case IAwaitOperation wait:
                // The awaiter of an object that is no task is somebody's code.
                if (Results.Awaited(wait) is not IInvocationOperation and var awaited)
                    sink.Escape(paths.Resolve(awaited), wait);
                sink.Suspend(operation);
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                // A yielded socket: the caller has it before the body goes on.
                sink.Escape(paths.Resolve(value), operation);
                sink.Suspend(operation);
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                calls.Read(method, operation);
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                calls.Read(method, operation);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference }:
                calls.Read(reference);
                break;
            case IInvocationOperation call:
                calls.Read(call);
                if (Results.Waits(call))
                    sink.Suspend(call);
                break;
            case IObjectCreationOperation creation:
                calls.Read(creation);
                break;
            case IPropertyReferenceOperation property:
                calls.Read(property);
                if (Results.Waited(property) is not null)
                    sink.Suspend(property);
                break;
            case IFlowAnonymousFunctionOperation function:
                nested.Create(function);
                break;
            case IMethodReferenceOperation method:
                calls.Read(method);
                break;
            default:
                if (!Uses.AreHarmless(operation))
                {
                    foreach (IOperation operand in operation.Children)
                        sink.Escape(paths.Resolve(operand is IArgumentOperation argument ? argument.Value : operand), operation);
                }
                break;
        }
    }

    /// <summary>Does code that may do anything say how an object of the type is printed?</summary>
    private static bool IsPrintedByOthers(ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct })
            return true;
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("ToString").FirstOrDefault() is { } printing)
                return !FrameworkAssemblies.Declare(printing);
        }
        return false;
    }
}
