namespace SocketSetup.Oracle.Trials;

/// <summary>
/// The ways to break the analysis. Each takes away one thing that it relies on; that the oracle fails then shows that
/// the programs it generates depend on that thing.
/// </summary>
internal static class TrialList
{
    private const string Edges = "Flow/Edges.cs";
    private const string Forward = "Flow/ForwardAnalysis.cs";
    private const string Transfer = "Flow/Transfer.cs";
    private const string Ties = "Flow/VariableTies.cs";
    private const string Protocol = "Typestate/SetupProtocol.cs";

    public static IReadOnlyList<Trial> All { get; } =
    [
        // The protocol.
        new("a constant false is a decision", "Events/SocketOption.cs", "== 0 => SocketEventKind.ReuseAddressCleared", "== 0 => SocketEventKind.ReuseAddressSet"),
        new("a constant false takes nothing back", Protocol, "new(Reusing, ReuseAddressCleared, Undecided),", ""),
        new("code that cannot be seen decides nothing", Protocol, "new(Undecided, Escaped, Settled),", ""),
        new("a closed socket can be bound", Protocol, "new(Undecided, SocketEventKind.Closed, SocketState.Closed),", ""),

        // The flow through one body.
        new("a branch out of a try skips the finally block", Edges, "branch.FinallyRegions.IsEmpty ?", "true ?"),
        new("no exception reaches a handler", Forward, "if (handlers.Count > 0)", "if (handlers.Count < 0)"),
        new("a statement throws only before its effect", Forward, "Throw(frame, after, next);", ";"),
        new("a loop ends after its first turn", Forward, "block.FallThroughSuccessor is { } next &&", "block.FallThroughSuccessor is { } next && !(next.Destination?.Ordinal <= block.Ordinal) &&"),
        new("tests for null tell nothing", Forward, "if (graph.Tests[", "if (value || !value || graph.Tests["),
        new("an assignment leaves the old socket in its place", Transfer, "fact.Holders.Remove(socketEvent.Path)", "fact.Holders"),

        // The join of paths.
        new("where paths meet, a socket's first fact displaces the others", "Flow/Frame.cs", "if (blocks[block.Ordinal])", "if (reached.Any(known => ReferenceEquals(known.Key.Item1.Origin, fact.Origin) && Equals(known.Key.Item2, context) && known.Value[block.Ordinal]))"),
        new("every path has to decide, and not any", "Flow/UndecidedBinds.cs", "!facts.Any(evidence.IsDecided)", "!facts.All(evidence.IsDecided)"),
        new("a set is late on any path, and not on every", "Flow/LateSets.cs", "Violation.None).Distinct()", "Violation.None).Where(violation => violation != Violation.None).Distinct()"),
        new("what becomes of a creation counts for each of its binds", "Flow/FlowRecord.cs", "IsToldApart(origin) ? HistoryOf(origin, bind) : History(origin)", "History(origin)"),

        // The flow through calls.
        new("what a callee returns does not come back", Ties, "if (site.Result is { } result)", "if (site.Result is { } result && map is null)"),
        new("what a callee stores by reference does not come back", Ties, "goesBack: formal.RefKind is RefKind.Ref or RefKind.Out", "goesBack: false"),
        new("calls of one helper get each other's sockets back", Forward, "kind is FrameKind.Called or FrameKind.Unawaited ? fact : Fact.Path", "Fact.Path"),
        new("an exception out of a helper is its end", Forward, "if (outcome == Outcome.Throws)", "if (outcome == Outcome.Throws && back is null)"),

        // What members hold between calls.
        new("a method finds nothing in the members", "Flow/MemberState.cs", "if (held.IsEmpty)", "if (held.IsEmpty || !held.IsEmpty)"),
        new("methods may run before the constructor", "Flow/RunOrder.cs", "return !isInitializer || isConstructor", "return true || isConstructor"),
    ];
}
