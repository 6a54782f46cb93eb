using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The analysis of one compilation: everything that its bodies share is here, and nothing that another compilation could see.</summary>
internal sealed class BodyAnalysis
{
    private readonly SourceReach reach = new();
    private readonly Mentions mentions;
    private readonly Bodies bodies;
    private readonly VariableValues values;
    private readonly ListeningEvidence evidence;

    public BodyAnalysis(Compilation compilation, SocketSymbols symbols, WorkCounter work)
    {
        Symbols = symbols;
        values = new VariableValues(compilation);
        evidence = new ListeningEvidence(compilation, symbols, values);
        bodies = new Bodies(compilation, symbols, work);
        mentions = new Mentions(compilation);
    }

    public SocketSymbols Symbols { get; }

    /// <summary>The proven violations in the body and the functions nested in it, in source order.</summary>
    public IEnumerable<SetupFinding> Run(SyntaxNode root, CancellationToken cancellation)
    {
        if (bodies.Of(root, cancellation) is not { } body)
            return [];
        // The body by itself first, with all that it calls. Most need no more.
        var universe = new Universe(bodies, reach, cancellation);
        var entrances = new Entrances(universe, bodies, mentions, cancellation);
        entrances.AddAlone(root);
        if (Analyze(universe, entrances, cancellation) is not { } record)
            return [];
        var listeners = new ListenerProof(Symbols, values, evidence, root);
        if (LeavesOpen(record, body, listeners, cancellation))
        {
            universe = new Universe(bodies, reach, cancellation);
            entrances = new Entrances(universe, bodies, mentions, cancellation);
            entrances.AddAround(root);
            if (Analyze(universe, entrances, cancellation) is not { } whole)
                return [];
            record = whole;
        }
        return new Judge(record, body, listeners, cancellation).Findings().OrderBy(finding => finding.At.Operation.Syntax.SpanStart);
    }

    private static FlowRecord? Analyze(Universe universe, Entrances entrances, CancellationToken cancellation)
    {
        if (!universe.Expand(entrances.Roots))
            return null;
        var analysis = new ForwardAnalysis(universe);
        var members = new MemberState(analysis, entrances);
        members.Start();
        return analysis.Run(cancellation) ? analysis.Record : null;
    }

    /// <summary>Does what happens elsewhere bear on the body: to a socket that was there before, or to one that goes out?</summary>
    private static bool LeavesOpen(FlowRecord record, Body body, ListenerProof listeners, CancellationToken cancellation)
    {
        foreach (SocketEvent socketEvent in body.Graphs.SelectMany(record.Universe.Events))
        {
            if (socketEvent.Kind != SocketEventKind.Bound && !socketEvent.Kind.IsOption())
                continue;
            foreach (Fact fact in record.LiveBefore(socketEvent))
            {
                if (ReferenceEquals(fact.Origin, Origin.Entry))
                    return true;
                if (fact.IsSocket && record.History(fact.Origin).Kinds.Contains(SocketEventKind.Returned) && !listeners.HasEvidence(record.History(fact.Origin), cancellation))
                    return true;
            }
        }
        return false;
    }
}
