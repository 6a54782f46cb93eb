using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads what gives a variable another socket: assignments, deconstructions and patterns.</summary>
internal sealed class AssignmentReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;

    public AssignmentReader(PathReader paths, EventSink sink)
    {
        this.paths = paths;
        this.sink = sink;
    }

    public void Read(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
            sink.Escape(paths.Resolve(assignment.Value), assignment);
        else if (assignment.Target is not IDiscardOperation)
            Read(paths.Resolve(assignment.Target), assignment.Value, assignment);
    }

    /// <summary>The variable gets the value; a missing variable is a place that is not followed.</summary>
    public void Read(AccessPath? target, IOperation value, IOperation operation)
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
    public void Read(IDeconstructionAssignmentOperation operation)
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

    /// <summary>A pattern may give the matched value another name.</summary>
    public void Read(IIsPatternOperation match)
    {
        AccessPath? source = paths.Resolve(match.Value);
        foreach ((ILocalSymbol variable, bool isWhole) in Patterns.Variables(match.Pattern))
        {
            AccessPath target = sink.Root(variable, variable.Type);
            if (isWhole && source is not null && sink.IsTracked(source) && sink.IsTracked(target))
                sink.Alias(target, source, match);
            else
                sink.Overwrite(target, match);
        }
    }
}
