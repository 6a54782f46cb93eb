using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>One thing that an operation does to a socket, or to a variable that may hold one.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">The variable through which it does it.</param>
/// <param name="Operation">The operation that does it.</param>
internal sealed record SocketEvent(SocketEventKind Kind, AccessPath Path, IOperation Operation)
{
    /// <summary>For <see cref="SocketEventKind.Aliased"/> and <see cref="SocketEventKind.Renamed"/>: the variable whose socket is taken over.</summary>
    public AccessPath? Source { get; init; }

    /// <summary>For <see cref="SocketEventKind.Created"/>: the creation.</summary>
    public Creation? Creation { get; init; }

    /// <summary>Does it concern every variable reached through <see cref="Path"/> too, as when its owner escapes?</summary>
    public bool AndBelow { get; init; }

    /// <summary>With <see cref="AndBelow"/>: only the variables that this method or property can touch.</summary>
    public ISymbol? Callee { get; init; }

    /// <summary>With <see cref="Callee"/>: is it a call on another object, which can know this one, but only by name?</summary>
    public bool IsOfAnotherObject { get; init; }

    /// <summary>Is it only the owner of the variable that is handed on? Who gets an owner cannot name what is private to it.</summary>
    public bool IsByOwner { get; init; }

    /// <summary>For <see cref="SocketEventKind.Called"/> and <see cref="SocketEventKind.Delegated"/>: the function.</summary>
    public CallSite? Call { get; init; }

    /// <summary>For <see cref="SocketEventKind.DelegateCalled"/>: how many functions had been made delegates by then.</summary>
    public int Delegates { get; init; }

    /// <summary>What it does where neither place nor order counts: events with the same are one.</summary>
    public (SocketEventKind Kind, AccessPath Path, bool AndBelow, ISymbol? Callee, bool IsOfAnotherObject) Effect => (Kind, Path, AndBelow, Callee, IsOfAnotherObject);

    /// <summary>Each event happens at a place of its own.</summary>
    public bool Equals(SocketEvent? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
