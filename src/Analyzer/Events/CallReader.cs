using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        if (Implementation(call, method) is { } own)
            method = own;
        else if (members.Read(call, method))
        {
            arguments.Read(symbols.MemberOf(method) == SocketMember.Accept ? WithoutItself(call) : call.Arguments, method, call);
            return;
        }
        if (Creation.ReadBase(call, symbols, paths) is { } creation)
        {
            sink.CreateThis(creation);
            return;
        }
        if (Creation.ReadFactory(call, symbols) is { } made && paths.Resolve(call) is { } path)
            sink.Create(path, made);
        nested.RunAny(call);
        if ((SymbolEqualityComparer.Default.Equals(method, call.TargetMethod.ReducedFrom ?? call.TargetMethod) ? paths.Called(call) : Seen(method)) is { } seen)
        {
            Call(seen, call.Instance, call.Arguments, call);
            return;
        }
        // A copy of a record has what the record has.
        if (method is { IsImplicitlyDeclared: true, Name: "<Clone>$" } && call.Instance is { } record)
            sink.GiveSecondName(paths.Resolve(record), call);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            Invoke(call);
        else if (!FrameworkAssemblies.Declare(method))
            Reach(method, call.Instance, call);
        arguments.Read(call.Arguments, method, call);
    }

    /// <summary>A socket that is its own state, as of <c>BeginAccept</c>, is handed on only once it has accepted, and so after its bind.</summary>
    private ImmutableArray<IArgumentOperation> WithoutItself(IInvocationOperation call) =>
        call.Instance is not null && paths.Resolve(call.Instance) is { } accepting ? call.Arguments.Where(argument => paths.Resolve(argument.Value) != accepting).ToImmutableArray() : call.Arguments;

    /// <summary>Of an interface's method called on an object whose class is known, as at the end of a <c>using</c>: the method of the class.</summary>
    private IMethodSymbol? Implementation(IInvocationOperation call, IMethodSymbol method)
    {
        if (method.ContainingType?.TypeKind != TypeKind.Interface || call.Instance is null)
            return null;
        ITypeSymbol? type = Operands.Unwrap(call.Instance).Type;
        return type is { TypeKind: TypeKind.Class or TypeKind.Struct } && symbols.IsInSource(type) ? type.FindImplementationForInterfaceMember(method) as IMethodSymbol : null;
    }

    private IMethodSymbol? Seen(IMethodSymbol method) => Callees.CanSee(method, isVirtual: true, symbols) ? method : null;

    public void Read(IObjectCreationOperation creation)
    {
        if (symbols.IsSocket(creation.Type) && paths.Resolve(creation) is { } path)
        {
            if (Creation.Read(creation, symbols, paths) is { } seen)
            {
                sink.Create(path, seen);
                if (seen.IsBound)
                    sink.Add(SocketEventKind.Bound, path, creation);
            }
            else if (creation.Constructor is null || !Callees.CanSee(creation.Constructor, isVirtual: false, symbols))
                sink.Overwrite(path, creation);
        }
        if (creation.Constructor is not { } constructor)
            return;
        nested.RunAny(creation);
        if (Callees.CanSee(constructor, isVirtual: false, symbols))
        {
            Call(constructor, creation, creation.Arguments, creation);
            return;
        }
        if (!FrameworkAssemblies.Declare(constructor))
            Reach(constructor, null, creation);
        arguments.Read(creation.Arguments, constructor, creation);
    }

    /// <summary>A method made a delegate: it may be called from now on.</summary>
    public void Read(IMethodReferenceOperation reference)
    {
        if (members.Read(reference))
            return;
        if (reference.Method.MethodKind == MethodKind.LocalFunction)
            nested.MakeDelegate(new CallSite(reference.Method.OriginalDefinition), reference);
        else if (reference is { Method.IsExtensionMethod: true, Instance: null, Syntax: MemberAccessExpressionSyntax { Expression: var receiver } })
            sink.EscapeNamed(receiver.GetLastToken().ValueText, reference); // The graph drops the receiver.
        else if (!FrameworkAssemblies.Declare(reference.Method))
            nested.MakeDelegate(Delegated(reference), reference);
    }

    private CallSite Delegated(IMethodReferenceOperation reference)
    {
        IMethodSymbol method = reference.Method;
        return new CallSite(method.OriginalDefinition)
        {
            Receiver = reference.Instance is null ? null : paths.Resolve(reference.Instance),
            Leaves = !Callees.CanSee(method, reference.IsVirtual, symbols),
            Otherwise = Reachable(method, reference.Instance, reference),
        };
    }

    /// <summary>A property that is read, or that is about to be written.</summary>
    public void Read(IPropertyReferenceOperation property)
    {
        if (members.Read(property))
            return;
        if (FrameworkAssemblies.Declare(property.Property))
        {
            // A lazy value may run a function of the body, or of another.
            nested.RunAny(property);
            if (property is { Instance: { } lazy, Property: { Name: "Value", ContainingType.Name: "Lazy" } })
                RunKept(lazy, property);
            return;
        }
        if (symbols.AutoProperties.Contains(property.Property))
            return;
        if (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property)
            return; // It is written, not read.
        nested.RunAny(property);
        if (property.Property.GetMethod is { } getter && Callees.CanSee(getter, IsVirtual(property), symbols))
        {
            Call(getter, property.Instance, property.Arguments, property);
            return;
        }
        arguments.Read(property.Arguments, property.Property, property);
        Reach(property.Property, property.Instance, property);
    }

    /// <summary>Does the property's object choose the accessor that runs?</summary>
    public static bool IsVirtual(IPropertyReferenceOperation property) => property.Instance?.Syntax is not BaseExpressionSyntax;

    /// <summary>An operator that somebody wrote: a call like any other.</summary>
    public void Read(IMethodSymbol method, IOperation operation)
    {
        if (FrameworkAssemblies.Declare(method))
            return;
        Reach(method, null, operation);
        foreach (IOperation operand in operation.Children)
            sink.Escape(paths.Resolve(operand), operation);
    }

    /// <summary>
    /// A handler added to an event, or taken away: where the event has accessors, they run. Where it is a field of an object
    /// that the body holds, that object is left as it is: what the handler does comes when the object raises the event.
    /// </summary>
    public void Read(IEventReferenceOperation reference)
    {
        if (!FrameworkAssemblies.Declare(reference.Event))
            Reach(reference.Event, reference.Instance is ILocalReferenceOperation && IsField(reference.Event) ? null : reference.Instance, reference);
    }

    private static bool IsField(IEventSymbol declared) => !Callees.IsReplaceable(declared) && !declared.DeclaringSyntaxReferences.IsEmpty
        && declared.DeclaringSyntaxReferences.All(part => part.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: EventFieldDeclarationSyntax field } && !field.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>An assignment to a property; false where the property is a variable like any other.</summary>
    public bool ReadSet(IPropertyReferenceOperation property, IOperation value, IOperation assignment)
    {
        if (members.ReadSet(property, value, assignment))
            return true;
        if (property.Arguments.IsEmpty && symbols.AutoProperties.Contains(property.Property))
            return false;
        if (FrameworkAssemblies.Declare(property.Property))
        {
            if (property.Arguments.IsEmpty)
                return false;
            // A framework collection only holds what it is given.
            sink.Lend(paths.Resolve(value), assignment);
            return true;
        }
        nested.RunAny(assignment);
        if (property.Property.SetMethod is { } setter && property.Arguments.IsEmpty && Callees.CanSee(setter, IsVirtual(property), symbols))
        {
            AccessPath? given = paths.Resolve(value);
            Call(setter, property.Instance, given is null ? [] : new[] { (0, given) }, assignment);
            return true;
        }
        arguments.Read(property.Arguments, property.Property, assignment);
        Reach(property.Property, property.Instance, assignment);
        sink.Escape(paths.Resolve(value), assignment);
        return true;
    }

    /// <summary>A delegate may be a function of this body; one that is kept in a member may be a function of any body of the type.</summary>
    private void Invoke(IInvocationOperation call)
    {
        sink.ReachLent();
        RunKept(call.Instance, call);
    }

    /// <summary>A function runs that somebody has kept: in a member, a collection, a lazy value.</summary>
    private void RunKept(IOperation? kept, IOperation call)
    {
        IOperation? instance = kept is null ? null : Operands.Unwrap(paths.Uncaptured(Operands.Unwrap(kept)));
        if (instance is IMemberReferenceOperation { Instance: var owner })
        {
            sink.Escape(sink.Statics, call);
            sink.Escape(owner is null ? sink.This : paths.Resolve(owner), call);
        }
        else if (instance is IParameterReferenceOperation || !nested.MakesDelegates)
        {
            // Given by a caller or out of a collection, say: whoever made it may have made it here.
            sink.Escape(sink.Statics, call);
            sink.Escape(sink.This, call);
        }
    }

    /// <summary>A call of a function whose body is in sight.</summary>
    private void Call(IMethodSymbol callee, IOperation? instance, ImmutableArray<IArgumentOperation> given, IOperation call)
    {
        var handed = new List<(int, AccessPath)>();
        foreach (IArgumentOperation argument in given)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && paths.Resolve(argument.Value) is { } path)
                handed.Add((parameter.Ordinal, path));
            else
                arguments.Read(ImmutableArray.Create(argument), callee, call);
        }
        Call(callee, instance, handed, call);
    }

    private void Call(IMethodSymbol callee, IOperation? instance, IReadOnlyList<(int Parameter, AccessPath Path)> handed, IOperation call)
    {
        bool makes = callee.MethodKind == MethodKind.Constructor;
        AccessPath? receiver = instance is null ? null : paths.Resolve(instance);
        bool isNested = callee.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
        AccessPath? result = !makes && Results.AreFollowed(Results.TypeOf(callee), symbols) && call is IInvocationOperation or IPropertyReferenceOperation ? paths.Resolve(call) : null;
        List<SocketEvent> otherwise = isNested ? [] : Reachable(callee, makes ? null : instance, call);
        if (makes && receiver is not null)
            otherwise.Add(new SocketEvent(SocketEventKind.Overwritten, receiver, call) { AndBelow = true });
        foreach ((int parameter, AccessPath path) in handed)
        {
            RefKind kind = callee.Parameters.Length > parameter ? callee.Parameters[parameter].RefKind : RefKind.None;
            if (kind != RefKind.Out)
                otherwise.Add(new SocketEvent(SocketEventKind.Escaped, path, call) { AndBelow = true });
            if (kind is RefKind.Ref or RefKind.Out)
                otherwise.Add(new SocketEvent(kind == RefKind.Ref ? SocketEventKind.PerhapsOverwritten : SocketEventKind.Overwritten, path, call) { AndBelow = true });
        }
        if (result is not null)
        {
            sink.AddTemporary(result);
            AccessPath? given = handed.Select(argument => argument.Path).FirstOrDefault(path => path.CanHoldSocket);
            if (given is not null && result.CanHoldSocket)
                otherwise.Add(new SocketEvent(SocketEventKind.Aliased, result, call) { Source = given });
            otherwise.Add(new SocketEvent(SocketEventKind.PerhapsOverwritten, result, call) { AndBelow = true });
        }
        if (makes && receiver is not null && !ReferenceEquals(receiver, sink.This))
            sink.AddTemporary(receiver);
        var site = new CallSite(callee.OriginalDefinition)
        {
            Receiver = isNested ? null : receiver,
            MakesReceiver = makes,
            Arguments = handed.ToImmutableArray(),
            Result = result,
            IsAwaited = !callee.IsAsync || Results.IsAwaited(call),
            Otherwise = otherwise,
        };
        sink.Add(new SocketEvent(SocketEventKind.Called, sink.Statics, call) { Call = site });
    }

    /// <summary>What a call of unseen code can reach.</summary>
    private List<SocketEvent> Reach(ISymbol callee, IOperation? instance, IOperation call)
    {
        sink.ReachLent();
        List<SocketEvent> events = Reachable(callee, instance, call);
        events.ForEach(sink.Add);
        return events;
    }

    /// <summary>What a call can reach: on an object, the sockets that the object holds; into a type, its static ones.</summary>
    private List<SocketEvent> Reachable(ISymbol callee, IOperation? instance, IOperation call)
    {
        var events = new List<SocketEvent>(3) { Reached(sink.Statics, callee, call) };
        AccessPath? owner = instance is null ? null : paths.Resolve(instance);
        if (owner is not null)
        {
            if (owner.CanHoldSocket)
                events.Insert(0, new SocketEvent(SocketEventKind.Escaped, owner, call) { AndBelow = true });
            events.Add(Reached(owner, callee, call));
        }
        if (!ReferenceEquals(owner, sink.This))
            events.Add(new SocketEvent(SocketEventKind.Escaped, sink.This, call) { AndBelow = true, Callee = callee, IsOfAnotherObject = true });
        return events;
    }

    private static SocketEvent Reached(AccessPath owner, ISymbol callee, IOperation call) =>
        new(SocketEventKind.Escaped, owner, call) { AndBelow = true, Callee = callee };
}
