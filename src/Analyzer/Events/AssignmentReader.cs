using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads what gives a variable another socket: assignments, deconstructions and patterns.</summary>
internal sealed class AssignmentReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;
    private readonly CallReader calls;

    public AssignmentReader(PathReader paths, EventSink sink, CallReader calls)
    {
        this.paths = paths;
        this.sink = sink;
        this.calls = calls;
    }

    public void Read(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
            sink.GiveSecondName(paths.Resolve(assignment.Value), assignment);
        else if (assignment.Target is not IDiscardOperation)
            Read(paths.Resolve(assignment.Target), assignment.Value, assignment);
    }

    /// <summary>The variable gets the value; a missing variable is a place that is not followed.</summary>
    public void Read(AccessPath? target, IOperation value, IOperation operation)
    {
        AccessPath? source = paths.Resolve(value);
        // As where a local is declared that is but the object itself.
        if (source is not null && ReferenceEquals(target, source))
            return;
        if (target is null)
        {
            sink.Escape(source, operation);
            foreach (IOperation element in (Operands.Unwrap(value) as ITupleOperation)?.Elements ?? Enumerable.Empty<IOperation>())
                sink.Escape(paths.Resolve(element), operation);
            return;
        }
        if (Operands.IsNull(value))
        {
            sink.Add(SocketEventKind.Nulled, target, operation);
            return;
        }
        if (source is not null && target.CanHoldSocket && source.CanHoldSocket)
        {
            sink.Alias(target, source, operation);
            return;
        }
        if (source is not null && source.CanHoldSocket)
        {
            sink.Escape(source, operation);
        }
        else if (source is { Key: IOperation } && !IsHidden(source, target))
        {
            sink.Rename(target, source, operation);
            return;
        }
        else if (source is null && Operands.Unwrap(value) is ITupleOperation tuple)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
                Read(sink.Paths.Element(target, i, tuple.Elements[i].Type), tuple.Elements[i], operation);
            return;
        }
        else if (source is not null)
        {
            sink.GiveSecondName(source, operation);
            sink.GiveSecondName(target, operation);
        }
        if (target.CanHoldSocket && GivenBack(value) is { } given)
        {
            sink.Alias(target, given, operation);
            sink.PerhapsOverwrite(target, operation);
        }
        else
            sink.Overwrite(target, operation);
    }

    /// <summary>Does the variable, of an interface or a base, leave the object nothing but methods to be called, of which nobody knows which they are?</summary>
    private bool IsHidden(AccessPath source, AccessPath target) =>
        source.Type is INamedTypeSymbol { IsTupleType: false } type && !SymbolEqualityComparer.Default.Equals(type, target.Type) && paths.Encapsulates(type);

    /// <summary>The socket that a call hands to code that cannot be seen: what comes out of the call may be this one, decided by then.</summary>
    private AccessPath? GivenBack(IOperation value)
    {
        IOperation operation = Operands.Unwrap(value);
        if (operation is IAwaitOperation wait)
            operation = Results.Awaited(wait);
        return operation is IInvocationOperation { TargetMethod: var method } call && (method.MethodKind == MethodKind.DelegateInvoke || !FrameworkAssemblies.Declare(method))
            ? call.Arguments.Select(argument => paths.Resolve(argument.Value)).FirstOrDefault(path => path?.CanHoldSocket is true)
            : null;
    }

    /// <summary>What the function gives back; an owner that only a local names goes out with all it owns.</summary>
    /// <param name="result">What the caller gets.</param>
    /// <param name="value">What is given back.</param>
    /// <param name="isNested">Is the function nested in the body, so that its caller may be, too?</param>
    public void Return(AccessPath result, IOperation value, bool isNested)
    {
        AccessPath? given = paths.Resolve(value);
        if (given is { Key: ILocalSymbol, CanHoldSocket: false })
            sink.Rename(result, given, value);
        else if (ReferenceEquals(given, sink.This) && !given.CanHoldSocket && !isNested)
            sink.ReturnThis(result, value);
        else
            Read(result, value, value);
    }

    /// <summary>A pair for a pair, as in a swap, is followed; what comes out of any other value is not in sight.</summary>
    public void Read(IDeconstructionAssignmentOperation operation)
    {
        IOperation target = operation.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : operation.Target;
        ITupleOperation? values = Operands.Unwrap(operation.Value) as ITupleOperation;
        if (target is not ITupleOperation || (values is null && operation.Value.Type is not { IsTupleType: true }))
            sink.Escape(paths.Resolve(operation.Value), operation);
        if (target is not ITupleOperation { Elements: var elements })
            return;
        if (values?.Elements.Length != elements.Length)
            values = null;
        AccessPath? whole = values is null ? paths.Resolve(operation.Value) : null;
        // Through temporaries, since all values are read before any target is written.
        var read = new AccessPath?[elements.Length];
        for (int i = 0; i < read.Length; i++)
        {
            AccessPath? part = whole is null ? null : sink.Paths.Element(whole, i, elements[i].Type);
            if ((values is null ? part : paths.Resolve(values.Elements[i])) is { } source && source.CanHoldSocket)
                sink.Alias(read[i] = sink.Temporary(elements[i], source), source, operation);
        }
        for (int i = 0; i < read.Length; i++)
        {
            if (paths.AssignedProperty(elements[i]) is { } property && calls.ReadSet(property, values?.Elements[i] ?? operation, operation))
                continue;
            if (paths.Resolve(elements[i]) is not { } path)
                sink.Escape(read[i], operation);
            else if (read[i] is { } source && path.CanHoldSocket)
                sink.Alias(path, source, operation);
            else
                sink.Overwrite(path, operation);
        }
    }

    /// <summary>A pattern may give the matched value another name.</summary>
    public void Read(IIsPatternOperation match)
    {
        AccessPath? source = paths.Resolve(match.Value);
        // A part that gets a name, or a deconstruction that runs, is not followed.
        if (source is not null && Patterns.TakesApart(match.Pattern))
            sink.Escape(source, match);
        foreach ((ILocalSymbol variable, bool isWhole) in Patterns.Variables(match.Pattern))
        {
            AccessPath target = sink.Paths.Root(variable, variable.Type);
            if (isWhole && source is not null && source.CanHoldSocket && target.CanHoldSocket)
                sink.Alias(target, source, match);
            else
                sink.Overwrite(target, match);
            if (isWhole && source is not null && !source.CanHoldSocket)
                sink.GiveSecondName(source, match);
        }
    }
}
