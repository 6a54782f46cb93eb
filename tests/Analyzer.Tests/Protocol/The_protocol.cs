using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Tests.Protocol;

public sealed class The_protocol
{
    [Fact]
    public void Says_one_thing_of_each_state_and_event() =>
        Assert.Equal(SetupProtocol.Transitions.Count, SetupProtocol.Transitions.Select(transition => (transition.From, transition.On)).Distinct().Count());

    [Fact]
    public void Holds_no_row_that_does_nothing() =>
        Assert.DoesNotContain(SetupProtocol.Transitions, transition => transition.From == transition.To && transition.Violation == Violation.None);

    [Fact]
    public void Reaches_every_state_from_a_fresh_socket()
    {
        var reached = new HashSet<SocketState> { SocketState.Undecided };
        while (SetupProtocol.Transitions.Any(transition => reached.Contains(transition.From) && reached.Add(transition.To)))
        {
        }
        Assert.Equal(Enum.GetValues<SocketState>(), reached.Order());
    }

    [Fact]
    public void Reports_every_violation_of_its_own() =>
        Assert.Equal(Enum.GetValues<Violation>().TakeWhile(violation => violation < Violation.MulticastWithoutDecision), SetupProtocol.Transitions.Select(transition => transition.Violation).Distinct().Order());

    [Fact]
    public void Ends_with_closing() =>
        Assert.DoesNotContain(SetupProtocol.Transitions, transition => transition.From == SocketState.Closed);

    [Fact]
    public void Never_unbinds_a_socket_but_to_make_another() =>
        Assert.DoesNotContain(SetupProtocol.Transitions, transition => transition.On != SocketEventKind.Stopped && SetupProtocol.IsBound(transition.From) && !SetupProtocol.IsBound(transition.To) && transition.To != SocketState.Closed);

    [Fact]
    public void Makes_no_decision_after_the_bind() =>
        Assert.DoesNotContain(SetupProtocol.Transitions, transition => SetupProtocol.IsBound(transition.From) && !SetupProtocol.IsDecided(transition.From) && SetupProtocol.IsDecided(transition.To));

    [Theory]
    [InlineData("", "Undecided", "BoundWithoutDecision")]
    [InlineData("ReuseAddressSet", "Reusing", "None")]
    [InlineData("ReuseAddressSet ReuseAddressCleared", "Undecided", "BoundWithoutDecision")]
    [InlineData("NativeReuseAddressSet ReuseAddressCleared", "Undecided", "BoundWithoutDecision")]
    [InlineData("ExclusiveAddressUseSet", "Exclusive", "None")]
    [InlineData("ExclusiveAddressUseSet ReuseAddressCleared", "Exclusive", "None")]
    [InlineData("ExclusiveAddressUseSet ReuseAddressSet ReuseAddressCleared", "Settled", "None")]
    [InlineData("ExclusiveAddressUseVaried", "Settled", "None")]
    [InlineData("ExclusiveAddressUseCleared", "Settled", "None")]
    [InlineData("NativeOptionSet", "Reusing", "None")]
    [InlineData("NativeReusePortSet", "Undecided", "BoundWithoutDecision")]
    [InlineData("ReuseAddressSet ExclusiveAddressUseSet ReuseAddressCleared", "Settled", "None")]
    [InlineData("Escaped ReuseAddressCleared", "Settled", "None")]
    [InlineData("Listened Accepted Connecting JoinedGroup Returned", "Undecided", "BoundWithoutDecision")]
    [InlineData("Shared", "Lent", "BoundWithoutDecision")]
    [InlineData("Shared ReuseAddressSet ReuseAddressCleared", "Undecided", "BoundWithoutDecision")]
    public void Knows_what_the_events_before_a_bind_come_to(string events, string state, string violationAtBind)
    {
        SocketState reached = SocketState.Undecided;
        foreach (string on in events.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            reached = SetupProtocol.Next(reached, Enum.Parse<SocketEventKind>(on))?.To ?? reached;
        Assert.Equal(Enum.Parse<SocketState>(state), reached);
        Assert.Equal(Enum.Parse<Violation>(violationAtBind), SetupProtocol.Next(reached, SocketEventKind.Bound)!.Violation);
    }
}
