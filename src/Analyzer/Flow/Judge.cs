using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>Asks the facts of one body which violations are proven, and reports one mistake once.</summary>
internal sealed class Judge
{
    private readonly Evidence evidence;
    private readonly LateSets late;

    public Judge(Evidence evidence)
    {
        this.evidence = evidence;
        late = new LateSets(evidence);
    }

    /// <summary>The findings of the body; a late decision stands for the bind that it comes too late for.</summary>
    /// <param name="elsewhere">Tells whether a late set in another body is one to those who judge that body.</param>
    public IEnumerable<SetupFinding> Findings(Func<IOperation, bool> elsewhere)
    {
        var findings = new List<SetupFinding>();
        if (evidence.IsWhole)
        {
            findings.AddRange(evidence.Own.Where(socketEvent => socketEvent.Kind.IsOption()).Select(OfSet).OfType<SetupFinding>());
            findings.AddRange(UnnamedProtocols.All(evidence));
        }
        var undecided = new UndecidedBinds(evidence);
        List<SetupFinding> binds = evidence.Own.Where(IsKnown).Select(undecided.At).OfType<SetupFinding>().ToList();
        if (binds.Count > 0)
        {
            HashSet<IOperation> excused = Excused(binds, elsewhere);
            findings.AddRange(binds.Where(finding => !excused.Contains(finding.At.Operation)));
        }
        return findings;
    }

    /// <summary>The late sets of the body.</summary>
    public IEnumerable<SetupFinding> LateSets() => evidence.IsWhole ? OwnLateSets() : [];

    private IEnumerable<SetupFinding> OwnLateSets() => evidence.Own.Select(late.At).OfType<SetupFinding>();

    /// <summary>By itself a body shows what it binds where nothing can have come from elsewhere, and what for.</summary>
    private bool IsKnown(SocketEvent bind) => evidence.IsWhole || evidence.Record.LiveBefore(bind).TrueForAll(fact => !fact.Origin.WasThere && evidence.History(fact.Origin).Kinds.Any(IsPurpose));

    private static bool IsPurpose(SocketEventKind kind) => kind is SocketEventKind.Listened or SocketEventKind.Accepted or SocketEventKind.JoinedGroup;

    /// <summary>One set gets one diagnostic: the one that says most of what happens.</summary>
    private SetupFinding? OfSet(SocketEvent set) =>
        UnixSets.At(set, evidence) ?? late.At(set) ?? ConnectedSets.At(set, evidence) ?? Contradictions.At(set, evidence) ?? OpenedPorts.At(set, evidence);

    private HashSet<IOperation> Excused(List<SetupFinding> undecided, Func<IOperation, bool> elsewhere)
    {
        var excused = new HashSet<IOperation>(OwnLateSets().SelectMany(finding => finding.Binds));
        foreach (SetupFinding other in evidence.Sets.Except(evidence.Own).Select(late.At).OfType<SetupFinding>())
        {
            if (undecided.Exists(finding => other.Binds.Contains(finding.At.Operation)) && elsewhere(other.At.Operation))
                excused.UnionWith(other.Binds);
        }
        return excused;
    }
}
