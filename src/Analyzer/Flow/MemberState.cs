using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// What the members of an object, and of a type, hold between the calls of its methods, which come in an order that
/// nobody knows: what holds at the end of one may hold at the beginning of any.
/// </summary>
internal sealed class MemberState
{
    private readonly ForwardAnalysis analysis;
    private readonly Entrances entrances;

    public MemberState(ForwardAnalysis analysis, Entrances entrances)
    {
        this.analysis = analysis;
        this.entrances = entrances;
        analysis.RootEnds = End;
    }

    /// <summary>Starts every root with what is there before it.</summary>
    public void Start()
    {
        foreach (EventGraph root in entrances.Roots)
        {
            analysis.Start(root, Fact.Path);
            foreach (AccessPath path in entrances.Given(root))
                analysis.Start(root, Fact.Of(Origin.Entry, HolderSet.Of(path)));
        }
    }

    private void End(EventGraph from, Fact fact)
    {
        if (ReferenceEquals(fact, Fact.Path) || ReferenceEquals(fact.Origin, Origin.Null))
            return;
        IReadOnlyList<AccessPath> paths = from.Body.Paths.All;
        List<AccessPath> holders = fact.Holders.Ids.Where(id => id != HolderSet.Waiting).Select(id => paths[id])
            .Where(path => ReferenceEquals(path.Root, from.Body.Paths.This) || ReferenceEquals(path.Root, from.Body.Paths.Statics)).ToList();
        if (holders.Count == 0)
            return;
        Fact kept = fact.IsSocket && holders.Exists(entrances.IsOpen) ? Escape(fact) : fact;
        foreach (EventGraph root in entrances.Roots)
        {
            AccessPaths names = root.Body.Paths;
            var held = new List<int>();
            foreach (AccessPath path in holders)
            {
                bool isOfObject = ReferenceEquals(path.Root, from.Body.Paths.This);
                if (isOfObject && !entrances.MayFollow(from, root))
                    continue;
                if (names.Find(path, path.Root, isOfObject ? names.This : names.Statics) is { } translated)
                    held.Add(translated.Id);
            }
            if (held.Count > 0)
                analysis.Start(root, kept with { Holders = HolderSet.Of(held), IsThrown = false });
        }
    }

    /// <summary>Between the calls, code that cannot be seen may do anything to what it can reach.</summary>
    private static Fact Escape(Fact fact) =>
        Typestate.SetupProtocol.Next(fact.State, SocketEventKind.Escaped) is { } transition ? fact with { State = transition.To } : fact;
}
