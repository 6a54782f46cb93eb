using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Reads the operations of one graph, in the order in which they run, as events on sockets. What it does not know it
/// takes for an escape: an unknown is silence.
/// </summary>
internal sealed class EventReader
{
    private readonly EventSink sink;
    private readonly PathReader paths;
    private readonly CallReader calls;
    private readonly NestedFunctions nested;

    public EventReader(ControlFlowGraph graph, BodyReader body)
    {
        paths = new PathReader(graph, body.Paths, body.Symbols);
        sink = new EventSink(body.Paths);
        nested = new NestedFunctions(graph, body, paths, sink);
        calls = new CallReader(paths, sink, nested, body.Symbols);
    }

    /// <summary>The events of the block, evaluated from its first operation to its branch value.</summary>
    public List<SocketEvent> Read(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
            Walk(operation);
        if (block.BranchValue is { } value)
        {
            Walk(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                sink.Add(SocketEventKind.Returned, paths.Resolve(value), value);
        }
        return sink.Take();
    }

    /// <summary>What the block's branch condition tells of a variable.</summary>
    public NullTest? ReadCondition(BasicBlock block) =>
        block.ConditionKind == ControlFlowConditionKind.None ? null : NullTest.Read(block.BranchValue, paths);

    /// <summary>Operands before operators, with a stack of its own: an expression may be ten thousand terms deep.</summary>
    private void Walk(IOperation root)
    {
        var pending = new Stack<(IOperation Operation, bool Evaluated)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            (IOperation operation, bool evaluated) = pending.Pop();
            if (evaluated)
            {
                Visit(operation);
                continue;
            }
            pending.Push((operation, true));
            foreach (IOperation operand in operation.Children.Reverse())
                pending.Push((operand, false));
        }
        sink.ForgetTemporaries();
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (paths.Captured(capture) is { } captured)
                    Assign(captured, capture.Value, capture);
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
                break;
            case IIsPatternOperation match:
                Match(match);
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                sink.Add(SocketEventKind.Returned, paths.Resolve(value), operation);
                break;
            case IInvocationOperation call:
                calls.Read(call);
                break;
            case IObjectCreationOperation creation:
                calls.Read(creation);
                break;
            case IPropertyReferenceOperation property:
                calls.Read(property);
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
                        sink.Escape(paths.Resolve(operand), operation);
                }
                break;
        }
    }

    private void Assign(ISimpleAssignmentOperation assignment)
    {
        if (Operands.Unwrap(assignment.Target) is IPropertyReferenceOperation property && calls.ReadSet(property, assignment))
            return;
        if (assignment.IsRef)
            sink.Escape(paths.Resolve(assignment.Value), assignment);
        else if (assignment.Target is not IDiscardOperation)
            Assign(paths.Resolve(assignment.Target), assignment.Value, assignment);
    }

    private void Assign(AccessPath? target, IOperation value, IOperation operation)
    {
        AccessPath? source = paths.Resolve(value);
        if (target is null)
        {
            sink.Escape(source, operation);
            return;
        }
        if (Operands.IsNull(value))
        {
            sink.Add(SocketEventKind.Nulled, target, operation);
        }
        else if (source is not null && sink.IsTracked(target) && sink.IsTracked(source))
        {
            sink.Alias(target, source, operation);
        }
        else
        {
            // The owner of a socket now has two names, of which one is followed.
            sink.Escape(source, operation);
            sink.Overwrite(target, operation);
        }
    }

    /// <summary>A pair for a pair, as in a swap, is followed; what comes out of any other value is not in sight.</summary>
    private void Deconstruct(IDeconstructionAssignmentOperation operation)
    {
        IOperation target = operation.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : operation.Target;
        if (target is not ITupleOperation targets)
            return;
        IOperation value = Operands.Unwrap(operation.Value);
        // Through temporaries, since all values are read before any target is written.
        var read = new AccessPath?[targets.Elements.Length];
        for (int i = 0; i < read.Length; i++)
        {
            if (value is ITupleOperation values && values.Elements.Length == read.Length && paths.Resolve(values.Elements[i]) is { } source && sink.IsTracked(source))
                sink.Alias(read[i] = sink.Temporary(targets.Elements[i], source), source, operation);
        }
        for (int i = 0; i < read.Length; i++)
        {
            if (paths.Resolve(targets.Elements[i]) is not { } path)
                sink.Escape(read[i], operation);
            else if (read[i] is { } source && sink.IsTracked(path))
                sink.Alias(path, source, operation);
            else
                sink.Overwrite(path, operation);
        }
    }

    private void Match(IIsPatternOperation match)
    {
        AccessPath? source = paths.Resolve(match.Value);
        foreach (ILocalSymbol variable in Patterns.Variables(match.Pattern, out ILocalSymbol? whole))
        {
            AccessPath target = sink.Root(variable, variable.Type);
            if (source is not null && sink.IsTracked(source) && sink.IsTracked(target) && SymbolEqualityComparer.Default.Equals(variable, whole))
                sink.Alias(target, source, match);
            else
                sink.Overwrite(target, match);
        }
    }
}
