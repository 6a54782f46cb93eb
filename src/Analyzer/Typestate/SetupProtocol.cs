using SocketSetup.Analyzers.Events;
using static SocketSetup.Analyzers.Events.SocketEventKind;
using static SocketSetup.Analyzers.Typestate.SocketState;

namespace SocketSetup.Analyzers.Typestate;

/// <summary>
/// The set-up of a listening socket as a protocol: created, decided, bound. This table is all that the product
/// believes; what is not in it changes nothing.
/// </summary>
internal static class SetupProtocol
{
    /// <summary>Every transition that changes the state or breaks the protocol.</summary>
    public static IReadOnlyList<Transition> Transitions { get; } = new Transition[]
    {
        new(Undecided, ReuseAddressSet, Reusing),
        new(Undecided, NativeReuseAddressSet, Reusing),
        new(Undecided, NativeOptionSet, Reusing),
        new(Undecided, ExclusiveAddressUseSet, Exclusive),
        new(Undecided, ExclusiveAddressUseVaried, Settled),
        new(Undecided, ExclusiveAddressUseCleared, Settled),
        new(Undecided, Escaped, Settled),
        new(Undecided, Shared, Lent),
        new(Undecided, SocketEventKind.Bound, SocketState.Bound, Violation.BoundWithoutDecision),
        new(Undecided, SocketEventKind.Connected, SocketState.Connected),
        new(Undecided, SocketEventKind.Closed, SocketState.Closed),

        new(Lent, ReuseAddressSet, Reusing),
        new(Lent, NativeReuseAddressSet, Reusing),
        new(Lent, NativeOptionSet, Reusing),
        new(Lent, ExclusiveAddressUseSet, Exclusive),
        new(Lent, ExclusiveAddressUseVaried, Settled),
        new(Lent, ExclusiveAddressUseCleared, Settled),
        new(Lent, Escaped, Settled),
        new(Lent, SocketEventKind.Bound, SocketState.Bound, Violation.BoundWithoutDecision),
        new(Lent, SocketEventKind.Connected, SocketState.Connected),
        new(Lent, SocketEventKind.Closed, SocketState.Closed),

        new(Reusing, ReuseAddressCleared, Undecided),
        new(Reusing, Stopped, Undecided),
        new(Reusing, ExclusiveAddressUseSet, Settled),
        new(Reusing, ExclusiveAddressUseVaried, Settled),
        new(Reusing, ExclusiveAddressUseCleared, Settled),
        new(Reusing, Escaped, Settled),
        new(Reusing, SocketEventKind.Bound, BoundByDecision),
        new(Reusing, SocketEventKind.Connected, SocketState.Connected),
        new(Reusing, SocketEventKind.Closed, SocketState.Closed),

        new(Exclusive, ReuseAddressSet, Settled),
        new(Exclusive, NativeReuseAddressSet, Settled),
        new(Exclusive, NativeOptionSet, Settled),
        new(Exclusive, ExclusiveAddressUseVaried, Settled),
        new(Exclusive, ExclusiveAddressUseCleared, Settled),
        new(Exclusive, Escaped, Settled),
        new(Exclusive, SocketEventKind.Bound, BoundByDecision),
        new(Exclusive, SocketEventKind.Connected, SocketState.Connected),
        new(Exclusive, SocketEventKind.Closed, SocketState.Closed),

        new(Settled, SocketEventKind.Bound, BoundByDecision),
        new(Settled, SocketEventKind.Connected, SocketState.Connected),
        new(Settled, SocketEventKind.Closed, SocketState.Closed),

        new(SocketState.Bound, ReuseAddressSet, SocketState.Bound, Violation.DecidedAfterBind),
        new(SocketState.Bound, ExclusiveAddressUseSet, SocketState.Bound, Violation.DecidedAfterBind),
        new(SocketState.Bound, ExclusiveAddressUseVaried, SocketState.Bound, Violation.DecidedAfterBind),
        new(SocketState.Bound, ExclusiveAddressUseCleared, SocketState.Bound, Violation.DecidedAfterBind),
        new(SocketState.Bound, ReuseAddressCleared, SocketState.Bound, Violation.ClearedAfterBind),
        new(SocketState.Bound, Stopped, Undecided),
        new(SocketState.Bound, SocketEventKind.Closed, SocketState.Closed),

        new(BoundByDecision, ReuseAddressCleared, BoundByDecision, Violation.ClearedAfterBind),
        // What it was set to by its own property is set on the next socket, too.
        new(BoundByDecision, Stopped, Settled),
        new(BoundByDecision, SocketEventKind.Closed, SocketState.Closed),

        new(SocketState.Connected, ReuseAddressSet, SocketState.Connected, Violation.SetOnConnected),
        new(SocketState.Connected, ReuseAddressCleared, SocketState.Connected, Violation.ClearedOnConnected),
        new(SocketState.Connected, Disconnected, Settled),
        new(SocketState.Connected, SocketEventKind.Closed, SocketState.Closed),
    };

    private static readonly Dictionary<(SocketState, SocketEventKind), Transition> Table =
        Transitions.ToDictionary(transition => (transition.From, transition.On));

    /// <summary>Where the event leads; null where it changes nothing and breaks nothing.</summary>
    public static Transition? Next(SocketState state, SocketEventKind on) => Table.TryGetValue((state, on), out Transition? transition) ? transition : null;

    /// <summary>Has a decision been made on the way to the state?</summary>
    public static bool IsDecided(SocketState state) => state is Reusing or Exclusive or Settled or BoundByDecision;

    public static bool IsBound(SocketState state) => state is SocketState.Bound or BoundByDecision;

    /// <summary>Has the socket got an address, by a bind or by a connection?</summary>
    public static bool HasAddress(SocketState state) => IsBound(state) || state == SocketState.Connected;
}

/// <summary>One row of the protocol.</summary>
internal sealed class Transition(SocketState from, SocketEventKind on, SocketState to, Violation violation = Violation.None)
{
    public SocketState From { get; } = from;

    public SocketEventKind On { get; } = on;

    public SocketState To { get; } = to;

    public Violation Violation { get; } = violation;
}
