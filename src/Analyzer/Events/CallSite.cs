using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>A call of a function whose body is in sight: which variables of the caller it gets at, and by which names.</summary>
internal sealed class CallSite(IMethodSymbol callee)
{
    /// <summary>The function, as it is declared.</summary>
    public IMethodSymbol Callee { get; } = callee;

    /// <summary>The object that it is called on; null for a static one, and where the object is not followed.</summary>
    public AccessPath? Receiver { get; init; }

    /// <summary>Does it make the object, as a constructor does?</summary>
    public bool MakesReceiver { get; init; }

    /// <summary>The variables handed to it, each by the parameter's number.</summary>
    public ImmutableArray<(int Parameter, AccessPath Path)> Arguments { get; init; } = ImmutableArray<(int, AccessPath)>.Empty;

    /// <summary>The variable that gets what it returns; null where it returns no socket.</summary>
    public AccessPath? Result { get; init; }

    /// <summary>Does the caller wait for the end of it? Else it may go on before that.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Of a function made a delegate: is it handed to code that cannot be seen?</summary>
    public bool Leaves { get; init; }

    /// <summary>What the call may do, to somebody who does not look into the body.</summary>
    public IReadOnlyList<SocketEvent> Otherwise { get; init; } = [];
}
