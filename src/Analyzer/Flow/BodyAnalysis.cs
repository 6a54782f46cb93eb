using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The analysis of one compilation: everything that its bodies share is here, and nothing that another compilation could see.</summary>
internal sealed class BodyAnalysis
{
    private readonly SourceReach reach = new();
    private readonly VariableValues values;
    private readonly ListeningEvidence evidence;
    private readonly WorkCounter work;

    public BodyAnalysis(Compilation compilation, SocketSymbols symbols, WorkCounter work)
    {
        Symbols = symbols;
        this.work = work;
        values = new VariableValues(compilation);
        evidence = new ListeningEvidence(compilation, symbols, values);
    }

    public SocketSymbols Symbols { get; }

    /// <summary>The proven violations in the body and the functions nested in it, in source order.</summary>
    public IEnumerable<SetupFinding> Run(SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        work.CountGraph();
        if (BodyRoots.Graph(root, model, cancellation) is not { } graph)
            return [];
        IReadOnlyList<EventGraph> body = BodyReader.Read(graph, Symbols, reach, cancellation);
        return body
            .Where(part => part.Events.Any(events => events.Any(socketEvent => socketEvent.Kind == SocketEventKind.Bound)))
            .SelectMany(part => Run(part, body, root, cancellation))
            .OrderBy(finding => finding.At.Operation.Syntax.SpanStart);
    }

    private IReadOnlyList<SetupFinding> Run(EventGraph graph, IReadOnlyList<EventGraph> body, SyntaxNode root, CancellationToken cancellation)
    {
        if (ForwardAnalysis.Run(graph, cancellation) is not { } record)
            return [];
        var listeners = new ListenerProof(Symbols, values, evidence, body.Where(other => other != graph).ToList(), root);
        return new Judge(record, listeners, cancellation).Findings();
    }
}
