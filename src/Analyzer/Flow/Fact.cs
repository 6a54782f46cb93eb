using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Where what a variable holds came from.</summary>
internal sealed class Origin
{
    /// <summary>Not a value: the path itself, from which the events on it spring.</summary>
    public static readonly Origin Path = new(null);

    /// <summary>Out of code that is not in sight: nothing is known of it.</summary>
    public static readonly Origin Unseen = new(null);

    /// <summary>There before the analysis started: somebody may know.</summary>
    public static readonly Origin Entry = new(null);

    /// <summary>In a member when a function that was made a delegate begins: whatever it is, those who left it there tell of it themselves.</summary>
    public static readonly Origin Left = new(null);

    public static readonly Origin Null = new(null);

    public Origin(Creation? creation) => Creation = creation;

    /// <summary>The creation of the socket; null for what is no socket of this body.</summary>
    public Creation? Creation { get; }

    public bool IsSocket => Creation is not null;

    /// <summary>Was it there before the body began?</summary>
    public bool WasThere => ReferenceEquals(this, Entry) || ReferenceEquals(this, Left);
}

/// <summary>
/// What may hold on some path through the body: one thing, the variables that hold it there, and how far its set-up
/// has come. Each path is a fact of its own, so a state goes with the very variables that have it.
/// </summary>
/// <param name="Origin">The thing.</param>
/// <param name="Holders">The variables that hold it.</param>
/// <param name="State">Of a socket: its state.</param>
/// <param name="BoundAt">Of a bound socket: where it was bound first.</param>
internal sealed record Fact(Origin Origin, HolderSet Holders, SocketState State, IOperation? BoundAt)
{
    public static readonly Fact Path = Of(Origin.Path, HolderSet.Empty);

    /// <summary>Of a socket: what its address options have their values from.</summary>
    public OptionsInForce Options { get; init; } = OptionsInForce.None;

    /// <summary>Has an exception been thrown on the way? What stays open then is no server.</summary>
    public bool IsThrown { get; init; }

    public bool IsSocket => Origin.IsSocket;

    /// <summary>Once code of which nobody knows what it does, or when, has had the socket.</summary>
    public Fact Escaped() => IsSocket && SetupProtocol.Next(State, SocketEventKind.Escaped) is { } transition ? this with { State = transition.To, Options = OptionsInForce.None } : this;

    public static Fact Of(Origin origin, HolderSet holders) => new(origin, holders, SocketState.Undecided, null);
}
