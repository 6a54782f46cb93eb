using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads calls, and what runs code like a call: of the socket, of code that gets one, of code that can reach one.</summary>
internal sealed class CallReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;
    private readonly NestedFunctions nested;
    private readonly SocketMemberReader members;
    private readonly ArgumentReader arguments;
    private readonly SocketSymbols symbols;

    public CallReader(PathReader paths, EventSink sink, NestedFunctions nested, SocketSymbols symbols)
    {
        this.paths = paths;
        this.sink = sink;
        this.nested = nested;
        this.symbols = symbols;
        members = new SocketMemberReader(paths, sink, symbols);
        arguments = new ArgumentReader(paths, sink, symbols);
    }

    public void Read(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (members.Read(call, method))
        {
            arguments.Read(call.Arguments, method, call);
            return;
        }
        nested.RunAny(call);
        if (method.MethodKind == MethodKind.LocalFunction)
            nested.Run(method, call);
        else if (method.MethodKind == MethodKind.DelegateInvoke)
            Invoke(call);
        else if (!FrameworkAssemblies.Declare(method))
            Reach(method, call.Instance, call);
        arguments.Read(call.Arguments, method, call);
    }

    public void Read(IObjectCreationOperation creation)
    {
        if (symbols.IsSocket(creation.Type) && paths.Resolve(creation) is { } path)
        {
            if (Creation.Read(creation, symbols, paths) is { } seen)
                sink.Create(path, seen);
            else
                sink.Overwrite(path, creation);
        }
        if (creation.Constructor is { } constructor && !FrameworkAssemblies.Declare(constructor))
            Reach(constructor, null, creation);
        if (creation.Constructor is not null)
            arguments.Read(creation.Arguments, creation.Constructor, creation);
    }

    /// <summary>A method made a delegate: it may be called from now on.</summary>
    public void Read(IMethodReferenceOperation reference)
    {
        if (members.Read(reference))
            return;
        if (reference.Method.MethodKind == MethodKind.LocalFunction)
            nested.MakeDelegate(reference.Method, reference);
        else if (reference is { Method.IsExtensionMethod: true, Instance: null, Syntax: MemberAccessExpressionSyntax { Expression: var receiver } })
            sink.EscapeNamed(receiver.GetLastToken().ValueText, reference); // The graph drops the receiver.
        else if (!FrameworkAssemblies.Declare(reference.Method))
            nested.MakeDelegate(Reach(reference.Method, reference.Instance, reference));
    }

    /// <summary>A property that is read, or that is about to be written.</summary>
    public void Read(IPropertyReferenceOperation property)
    {
        if (members.Read(property))
            return;
        if (FrameworkAssemblies.Declare(property.Property))
        {
            // A lazy value may run a function of the body.
            nested.RunAny(property);
            return;
        }
        arguments.Read(property.Arguments, property.Property, property);
        if (!AutoProperties.Contains(property.Property))
            Reach(property.Property, property.Instance, property);
    }

    /// <summary>An operator that somebody wrote: a call like any other.</summary>
    public void Read(IMethodSymbol method, IOperation operation)
    {
        if (FrameworkAssemblies.Declare(method))
            return;
        Reach(method, null, operation);
        foreach (IOperation operand in operation.Children)
            sink.Escape(paths.Resolve(operand), operation);
    }

    /// <summary>A handler added to an event, or taken away: where the event has accessors, they run.</summary>
    public void Read(IEventReferenceOperation reference)
    {
        if (!FrameworkAssemblies.Declare(reference.Event))
            Reach(reference.Event, reference.Instance, reference);
    }

    /// <summary>An assignment to a property; false where the property is a variable like any other.</summary>
    public bool ReadSet(IPropertyReferenceOperation property, IOperation value, IOperation assignment)
    {
        if (members.ReadSet(property, value, assignment))
            return true;
        if (property.Arguments.IsEmpty || !FrameworkAssemblies.Declare(property.Property))
            return false;
        // A framework collection only holds what it is given.
        sink.Lend(paths.Resolve(value), assignment);
        return true;
    }

    /// <summary>A delegate may be a function of this body; one that is kept in a member may be a function of any body of the type.</summary>
    private void Invoke(IInvocationOperation call)
    {
        sink.ReachLent();
        if (call.Instance is { } instance && Operands.Unwrap(paths.Uncaptured(Operands.Unwrap(instance))) is IMemberReferenceOperation { Instance: var owner })
        {
            sink.Escape(sink.Statics, call);
            sink.Escape(owner is null ? null : paths.Resolve(owner), call);
        }
    }

    /// <summary>What a call can reach: on an object, the sockets that the object holds; into a type, its static ones.</summary>
    private List<SocketEvent> Reach(ISymbol callee, IOperation? instance, IOperation call)
    {
        sink.ReachLent();
        var owners = new List<AccessPath> { sink.Statics };
        if (instance is not null && paths.Resolve(instance) is { } owner)
        {
            owners.Add(owner);
            if (sink.IsTracked(owner))
                sink.Escape(owner, call);
        }
        List<SocketEvent> events = owners.Select(path => new SocketEvent(SocketEventKind.Escaped, path, call) { AndBelow = true, Callee = callee }).ToList();
        if (!owners.Contains(sink.This))
            events.Add(new SocketEvent(SocketEventKind.Escaped, sink.This, call) { AndBelow = true, Callee = callee, IsOfAnotherObject = true });
        events.ForEach(sink.Add);
        return events;
    }
}
