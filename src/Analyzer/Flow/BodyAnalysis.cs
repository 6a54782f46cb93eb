using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The analysis of one compilation: everything that its bodies share is here, and nothing that another compilation could see.</summary>
internal sealed class BodyAnalysis
{
    /// <summary>The makers of a socket may show up only once the callers are known.</summary>
    private const int MaximumRounds = 3;

    private readonly SourceReach reach = new();
    private readonly Mentions mentions;
    private readonly Bodies bodies;
    private readonly KnownSurroundings known = new();
    private readonly WorkCounter work;
    private readonly ConcurrentDictionary<SyntaxNode, HashSet<SyntaxNode>> lateSets = new();

    public BodyAnalysis(Compilation compilation, SocketSymbols symbols, WorkCounter work)
    {
        Symbols = symbols;
        this.work = work;
        bodies = new Bodies(compilation, symbols, work);
        mentions = new Mentions(compilation);
        Values = new VariableValues(compilation, mentions);
        Binds = new BindFilter(symbols, Values, mentions);
    }

    public SocketSymbols Symbols { get; }

    public VariableValues Values { get; }

    public BindFilter Binds { get; }

    /// <summary>The proven violations in the body and the functions nested in it, in source order.</summary>
    public IEnumerable<SetupFinding> Run(SyntaxNode root, CancellationToken cancellation) =>
        JudgeOf(root, cancellation)?.Findings(set => IsLate(set, cancellation)).OrderBy(finding => finding.At.Operation.Syntax.SpanStart) ?? Enumerable.Empty<SetupFinding>();

    /// <summary>Is the option set late, asked of its own body?</summary>
    private bool IsLate(IOperation set, CancellationToken cancellation)
    {
        if (BodyRoots.Enclosing(set.Syntax) is not { } root)
            return false;
        if (!lateSets.TryGetValue(root, out HashSet<SyntaxNode>? late))
            late = lateSets.GetOrAdd(root, new HashSet<SyntaxNode>(JudgeOf(root, cancellation)?.LateSets().Select(finding => finding.At.Operation.Syntax) ?? []));
        return late.Contains(set.Syntax);
    }

    private Judge? JudgeOf(SyntaxNode root, CancellationToken cancellation)
    {
        // The body by itself first, with all that it calls. Most need no more.
        var universe = new Universe(bodies, reach, cancellation);
        var entrances = new Entrances(universe, bodies, mentions, cancellation);
        if (!entrances.AddAlone(root) || Analyze(universe, entrances, cancellation) is not { } alone)
            return null;
        FlowRecord record = alone;
        var makers = new List<SyntaxNode>();
        bool isOpen = LeavesOpen(record, root, makers, cancellation);
        for (int round = 0; isOpen && round < MaximumRounds; round++)
        {
            List<SyntaxNode> starts = [root, .. makers];
            (Surroundings surroundings, FlowRecord? around) = known.Of(starts) ?? LookAround(starts, cancellation);
            if (around is null)
                return JudgeOf(alone, isWhole: false);
            record = around;
            LeavesOpen(record, root, makers, cancellation);
            isOpen = !makers.TrueForAll(surroundings.Roots.Contains);
        }
        return JudgeOf(record, isWhole: true);

        Judge JudgeOf(FlowRecord seen, bool isWhole) =>
            new(new Evidence(seen, seen.Universe.Find(root)!, isWhole, new ListenerProof(Symbols, Values, mentions, reach, seen), cancellation));
    }

    private (Surroundings Surroundings, FlowRecord? Record) LookAround(IReadOnlyCollection<SyntaxNode> starts, CancellationToken cancellation)
    {
        var universe = new Universe(bodies, reach, cancellation);
        var entrances = new Entrances(universe, bodies, mentions, cancellation);
        entrances.AddAround(starts);
        (Surroundings, FlowRecord?) seen = (entrances.Surroundings, entrances.Surroundings.AreTooMany ? null : Analyze(universe, entrances, cancellation));
        // What was cut off depends on where the question began.
        if (!universe.IsCut)
            known.Keep(seen);
        return seen;
    }

    private FlowRecord? Analyze(Universe universe, Entrances entrances, CancellationToken cancellation)
    {
        universe.Seal(entrances.Roots);
        FlowRecord? record = Run();
        if (entrances.Access.AreAllOpen || record is not { DecidesUnseen: true })
            return record;
        // That may be a socket of this very member, reached by another way.
        entrances.Access.AreAllOpen = true;
        return Run();

        FlowRecord? Run()
        {
            var analysis = new ForwardAnalysis(universe, work) { EndsAtUnseen = !entrances.Access.AreAllOpen };
            new MemberState(analysis, entrances).Start();
            return analysis.Run(cancellation) ? analysis.Record : null;
        }
    }

    /// <summary>Does what happens elsewhere bear on the body: to a socket that was there before, or to one that goes out?</summary>
    /// <param name="record">What the analysis of the body alone saw.</param>
    /// <param name="root">The body.</param>
    /// <param name="makers">Gets the bodies that make its sockets: what else becomes of those shows what they are for.</param>
    /// <param name="cancellation">Ends it.</param>
    private bool LeavesOpen(FlowRecord record, SyntaxNode root, List<SyntaxNode> makers, CancellationToken cancellation)
    {
        Body body = record.Universe.Find(root)!;
        // Where a socket is made that does not name TCP, all depends on what becomes of it.
        bool isOpen = record.Origins.Any(origin => UnnamedProtocols.IsAsked(origin.Creation!, body) && record.History(origin).Leaves);
        foreach (SocketEvent socketEvent in body.Graphs.SelectMany(record.Universe.MetEvents))
        {
            if (socketEvent.Kind != SocketEventKind.Bound && !socketEvent.Kind.IsOption())
                continue;
            foreach (Fact fact in record.LiveBefore(socketEvent))
            {
                isOpen |= fact.Origin.WasThere;
                if (!fact.IsSocket || fact.State == SocketState.Connected || !MayBeReported(socketEvent, fact, cancellation))
                    continue;
                OriginHistory history = record.History(fact.Origin);
                // What left with its owner only may prove untouched once all are known who can name it.
                if (SetupProtocol.IsDecided(fact.State) && (history.Kinds.Any(kind => kind.IsDecision()) || !history.Holders.Any(holder => holder.OutlivesBody)))
                    continue;
                isOpen |= history.Leaves;
                if (BodyRoots.Enclosing(fact.Origin.Creation!.Operation.Syntax) is { } maker && maker != root && !makers.Contains(maker))
                    makers.Add(maker);
            }
        }
        return isOpen || makers.Count > 0;
    }

    /// <summary>Of a socket that is no stream nothing is, but of a receiver in a group and of what is set late.</summary>
    private bool MayBeReported(SocketEvent socketEvent, Fact fact, CancellationToken cancellation) =>
        fact.Origin.Creation!.IsStream
        || (socketEvent.Kind == SocketEventKind.Bound
            ? Binds.MayJoinGroups(cancellation)
            : SetupProtocol.IsBound(fact.State));
}
