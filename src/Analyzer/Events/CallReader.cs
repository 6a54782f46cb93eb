using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads calls: of the socket's own members, and of code that gets a socket or can reach one.</summary>
internal sealed class CallReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;
    private readonly NestedFunctions nested;
    private readonly SocketSymbols symbols;

    public CallReader(PathReader paths, EventSink sink, NestedFunctions nested, SocketSymbols symbols)
    {
        this.paths = paths;
        this.sink = sink;
        this.nested = nested;
        this.symbols = symbols;
    }

    public void Read(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        SocketMember member = symbols.MemberOf(method);
        if (member != SocketMember.Unrelated)
        {
            IOperation? receiver = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
            if (receiver is not null && KindOf(member, call) is { } kind)
                Add(kind, receiver, call);
            if (member is SocketMember.Connect or SocketMember.Accept)
                ReadArguments(call.Arguments, method, call);
            return;
        }
        nested.RunAny(call);
        if (method.MethodKind == MethodKind.LocalFunction)
            nested.Run(method, call);
        else if (method.MethodKind == MethodKind.DelegateInvoke)
            Invoke(call);
        else if (!FrameworkAssemblies.Declare(method))
            Reach(method, call.Instance, call);
        ReadArguments(call.Arguments, method, call);
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
            ReadArguments(creation.Arguments, creation.Constructor, creation);
    }

    /// <summary>A method made a delegate: it may be called from now on.</summary>
    public void Read(IMethodReferenceOperation reference)
    {
        if (symbols.MemberOf(reference.Method) is SocketMember.Listen or SocketMember.Accept)
            sink.Add(symbols.MemberOf(reference.Method) == SocketMember.Listen ? SocketEventKind.Listened : SocketEventKind.Accepted, reference.Instance is null ? null : paths.Resolve(reference.Instance), reference);
        else if (symbols.MemberOf(reference.Method) is not (SocketMember.Close or SocketMember.Connect or SocketMember.Unrelated) && reference.Instance is { } socket)
            sink.Escape(paths.Resolve(socket), reference);
        else if (reference.Method.MethodKind == MethodKind.LocalFunction)
            nested.MakeDelegate(reference.Method, reference);
        else if (reference is { Method.IsExtensionMethod: true, Instance: null, Syntax: MemberAccessExpressionSyntax { Expression: var receiver } })
            sink.EscapeNamed(receiver.GetLastToken().ValueText, reference); // The graph drops the receiver.
        else if (!FrameworkAssemblies.Declare(reference.Method))
            nested.MakeDelegate(Reach(reference.Method, reference.Instance, reference));
    }

    /// <summary>A property that is read, or that is about to be written.</summary>
    public void Read(IPropertyReferenceOperation property)
    {
        if (symbols.MemberOf(property.Property) == SocketMember.Handle)
        {
            if (property.Instance is { } owner && !Handles.StayUnused(property))
                sink.Escape(paths.Resolve(owner), property);
            return;
        }
        if (FrameworkAssemblies.Declare(property.Property))
        {
            // A lazy value may run a function of the body.
            if (!symbols.IsSocket(property.Property.ContainingType))
                nested.RunAny(property);
            return;
        }
        ReadArguments(property.Arguments, property.Property, property);
        if (!AutoProperties.Contains(property.Property))
            Reach(property.Property, property.Instance, property);
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
        if (symbols.MemberOf(property.Property) == SocketMember.ExclusiveAddressUse)
        {
            if (property.Instance is not null)
                Add(SocketOption.OfExclusiveAddressUse(value), property.Instance, assignment);
            return true;
        }
        if (property.Arguments.IsEmpty || !FrameworkAssemblies.Declare(property.Property))
            return false;
        // A framework collection only holds what it is given.
        sink.Lend(paths.Resolve(value), assignment);
        return true;
    }

    private void Add(SocketEventKind kind, IOperation receiver, IOperation operation)
    {
        AccessPath? path = paths.Resolve(receiver);
        sink.Add(kind, path, operation);
        if (path is null && kind is SocketEventKind.ReuseAddressSet or SocketEventKind.NativeReuseAddressSet or SocketEventKind.ExclusiveAddressUseSet or SocketEventKind.ExclusiveAddressUseCleared or SocketEventKind.Escaped)
            sink.ReachLent();
    }

    /// <summary>A delegate may be a function of this body; one that is kept in a member may be a function of any body of the type.</summary>
    private void Invoke(IInvocationOperation call)
    {
        sink.ReachLent();
        if (call.Instance is { } instance && Operands.Unwrap(paths.Uncaptured(Operands.Unwrap(instance))) is IMemberReferenceOperation { Instance: var owner })
        {
            sink.Escape(owner is null ? sink.Statics : paths.Resolve(owner), call);
            sink.Escape(sink.Statics, call);
        }
    }

    private static SocketEventKind? KindOf(SocketMember member, IInvocationOperation call) => member switch
    {
        SocketMember.Bind => SocketEventKind.Bound,
        SocketMember.Listen => SocketEventKind.Listened,
        SocketMember.Accept => SocketEventKind.Accepted,
        SocketMember.Connect => SocketEventKind.Connected,
        SocketMember.Close => SocketEventKind.Closed,
        SocketMember.SetOption => SocketOption.OfManaged(call),
        SocketMember.SetNativeOption => SocketOption.OfNative(call),
        _ => null,
    };

    private void ReadArguments(ImmutableArray<IArgumentOperation> arguments, ISymbol callee, IOperation call)
    {
        bool decides = !FrameworkAssemblies.Declare(callee) || MayPassOn(callee);
        foreach (IArgumentOperation argument in arguments)
        {
            foreach (IOperation value in Values(argument))
            {
                if (paths.Resolve(value) is not { } path)
                    continue;
                if (!decides)
                    sink.Lend(path, call);
                else if (argument.Parameter?.RefKind != RefKind.Out)
                    sink.Escape(path, call);
                if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
                    sink.Overwrite(path, call);
                // A structure that keeps the reference is a second name.
                if (argument.Parameter?.RefKind == RefKind.Ref && call is IObjectCreationOperation)
                    sink.GiveSecondName(path, call);
            }
        }
    }

    /// <summary>
    /// The framework decides nothing itself. But it may hand what it gets to a delegate or to an implementation that is
    /// not its own, put it into a new object, or give it back.
    /// </summary>
    private bool MayPassOn(ISymbol callee)
    {
        return callee is IMethodSymbol method
            && (method.MethodKind == MethodKind.Constructor
                || method.IsAbstract || method.IsVirtual || method.IsOverride
                || symbols.CanHoldSocket(method.ReturnType)
                || method.ReturnType is INamedTypeSymbol { IsGenericType: true }
                || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate || (parameter.RefKind == RefKind.Ref && symbols.CanHoldSocket(parameter.Type))));
    }

    private static ImmutableArray<IOperation> Values(IArgumentOperation argument) =>
        Operands.Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : ImmutableArray.Create(argument.Value);

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
        events.ForEach(sink.Add);
        return events;
    }
}
