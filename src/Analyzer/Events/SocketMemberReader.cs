using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the uses of the socket's own members.</summary>
internal sealed class SocketMemberReader
{
    private readonly PathReader paths;
    private readonly EventSink sink;
    private readonly SocketSymbols symbols;

    public SocketMemberReader(PathReader paths, EventSink sink, SocketSymbols symbols)
    {
        this.paths = paths;
        this.sink = sink;
        this.symbols = symbols;
    }

    /// <summary>False where the method is not the socket's.</summary>
    public bool Read(IInvocationOperation call, IMethodSymbol method)
    {
        SocketMember member = symbols.MemberOf(method);
        IOperation? receiver = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (member != SocketMember.Unrelated && receiver is not null && KindOf(member, call) is { } kind)
        {
            if (paths.Resolve(receiver) is { } path && call.Arguments.Any(argument => Assigns(argument, path)))
                sink.GiveSecondName(path, call); // It is called on what the variable held before.
            else
                Add(kind, receiver, call);
            if (member == SocketMember.Start)
                sink.Add(SocketEventKind.Listened, paths.Resolve(receiver), call);
        }
        if (Accepted.Gives(call, symbols) && paths.Resolve(call) is { } accepted)
            sink.Create(accepted, Creation.OfAccepted(call));
        return member != SocketMember.Unrelated;
    }

    /// <summary>A method made a delegate; false where it is not the socket's.</summary>
    public bool Read(IMethodReferenceOperation reference)
    {
        SocketMember member = symbols.MemberOf(reference.Method);
        AccessPath? socket = reference.Instance is null ? null : paths.Resolve(reference.Instance);
        switch (member)
        {
            case SocketMember.Listen:
                sink.Add(SocketEventKind.Listened, socket, reference);
                break;
            case SocketMember.Accept:
                sink.Add(SocketEventKind.Accepted, socket, reference);
                break;
            case not (SocketMember.Close or SocketMember.Connect or SocketMember.BeginConnect or SocketMember.EndAccept or SocketMember.JoinGroup or SocketMember.Unrelated):
                sink.Escape(socket, reference);
                break;
        }
        return member != SocketMember.Unrelated;
    }

    /// <summary>A property that is read; false where it is not the socket's.</summary>
    public bool Read(IPropertyReferenceOperation property)
    {
        if (symbols.MemberOf(property.Property) == SocketMember.Handle && property.Instance is { } owner && !Handles.StayUnused(property))
            sink.Escape(paths.Resolve(owner), property);
        if (Accepted.Gives(property, symbols) && paths.Resolve(property) is { } accepted)
            sink.Create(accepted, Creation.OfAccepted(property));
        return symbols.IsSocket(property.Property.ContainingType) && FrameworkAssemblies.Declare(property.Property);
    }

    /// <summary>A property that is assigned; false where the socket's set-up does not know it.</summary>
    public bool ReadSet(IPropertyReferenceOperation property, IOperation value, IOperation assignment)
    {
        if (symbols.MemberOf(property.Property) != SocketMember.ExclusiveAddressUse)
            return false;
        if (property.Instance is not null)
            Add(SocketOption.OfExclusiveAddressUse(value), property.Instance, assignment);
        return true;
    }

    private void Add(SocketEventKind kind, IOperation receiver, IOperation operation)
    {
        AccessPath? path = paths.Resolve(receiver);
        sink.Add(kind, path, operation);
        if (path is not null || !(kind.IsDecision() || kind == SocketEventKind.Escaped))
            return;
        sink.ReachLent();
        sink.DecideUnseen();
    }

    private bool Assigns(IOperation argument, AccessPath path) =>
        argument.Descendants().Any(operation => operation is ISimpleAssignmentOperation assignment && ReferenceEquals(paths.Resolve(assignment.Target), path));

    private static SocketEventKind? KindOf(SocketMember member, IInvocationOperation call) => member switch
    {
        SocketMember.Bind or SocketMember.Start => SocketEventKind.Bound,
        SocketMember.Stop => SocketEventKind.Stopped,
        SocketMember.Listen => SocketEventKind.Listened,
        SocketMember.Accept or SocketMember.EndAccept => SocketEventKind.Accepted,
        SocketMember.Connect => Results.IsTask(call.Type) && !Results.IsAwaited(call) || call.Arguments.Any(argument => argument.Parameter?.Name == "e") ? SocketEventKind.Connecting : SocketEventKind.Connected,
        SocketMember.BeginConnect => SocketEventKind.Connecting,
        SocketMember.Disconnect => SocketEventKind.Disconnected,
        SocketMember.JoinGroup => SocketEventKind.JoinedGroup,
        SocketMember.Close => SocketEventKind.Closed,
        SocketMember.SetOption => SocketOption.OfManaged(call),
        SocketMember.SetNativeOption => SocketOption.OfNative(call),
        _ => null,
    };
}
