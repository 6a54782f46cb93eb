using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// What the members of an object, and of a type, hold between the calls of its methods, which come in an order that
/// nobody knows: what holds at the end of one may hold at the beginning of any.
/// </summary>
internal sealed class MemberState
{
    /// <summary>
    /// So many calls that bound one socket, or gave its options their values, are told apart from one body to the next: with
    /// more, all those after them are one, of which no option is known. Else their number would count three times.
    /// </summary>
    private const int MaximumVariants = 8;

    private readonly ForwardAnalysis analysis;
    private readonly Entrances entrances;
    private readonly HashSet<(EventGraph From, Fact Fact)> ended = [];

    /// <summary>What was told to the roots, by all that the bodies do with it the same.</summary>
    private readonly Dictionary<(Fact Alike, INamedTypeSymbol? Type, bool IsInitializer), List<(IOperation? BoundAt, OptionsInForce Options)>> told = [];

    /// <summary>The roots that may run in the middle of another body.</summary>
    private List<EventGraph>? amid;

    /// <summary>Names of the members that all bodies have in common.</summary>
    private AccessPaths? members;

    /// <summary>What a root calls the member of a body, asked again once the root knows more.</summary>
    private readonly Dictionary<(AccessPath Member, EventGraph Root, bool Waits), (int Known, AccessPath? Name)> names = [];

    public MemberState(ForwardAnalysis analysis, Entrances entrances)
    {
        this.analysis = analysis;
        this.entrances = entrances;
        analysis.RootEnds = End;
        analysis.Decides = Decide;
        if (!entrances.IsWhole)
            return;
        analysis.Waits = End;
        analysis.Pauses.IsClosed = entrances.Access.IsUnnamed;
        analysis.Releases = Release;
    }

    /// <summary>Starts every root with what is there before it.</summary>
    public void Start()
    {
        foreach (EventGraph root in entrances.Roots)
        {
            analysis.Start(root, Fact.Path);
            foreach (AccessPath path in entrances.Given(root))
                analysis.Start(root, Fact.Of(entrances.IsLeft(path, root) ? Origin.Left : Origin.Entry, HolderSet.Of(path)));
            if (analysis.IsTooMuch)
                return;
        }
    }

    /// <summary>What may run in the middle of another body may run after a decision that somebody else makes, whatever he calls the object.</summary>
    private void Decide(EventGraph from, Fact fact)
    {
        // The call of a member by another name makes the object escape itself: that is no decision.
        bool isSeen = analysis.Record.History(fact.Origin).Kinds.Any(kind => kind.IsDecision());
        foreach (EventGraph function in amid ??= entrances.Roots.Where(entrances.MayRunAmid).ToList())
        {
            if (!isSeen && !entrances.IsDelegated(function))
                continue;
            HolderSet held = HolderSet.Empty;
            foreach (AccessPath holder in fact.Holders.In(from.Body).Where(holder => holder.OutlivesBody))
            {
                foreach (AccessPath path in function.Body.Paths.All.Where(path => path.OutlivesBody && SymbolEqualityComparer.Default.Equals(path.Symbol, holder.Symbol)))
                    held = held.Add(path);
            }
            if (!held.IsEmpty)
                analysis.StartDelegate(function, fact.Escaped() with { Holders = held, IsThrown = false });
        }
    }

    /// <summary>Whoever knows the object may call its methods from then on.</summary>
    private void Release(EventGraph from, Fact fact, AccessPath path)
    {
        if (path.Symbol is not { } member)
            return;
        Fact kept = (entrances.Access.IsOpen(path) ? fact.Escaped() : fact) with { IsThrown = false };
        foreach (EventGraph root in entrances.Roots)
        {
            if (RunOrder.MayRunOn(member.ContainingType, root) && root.Body.Paths.Find(path, path.Owner!, root.Body.Paths.This) is { } name)
                analysis.Start(root, kept with { Holders = HolderSet.Of(name) });
        }
    }

    private void End(EventGraph from, Fact fact)
    {
        if (!ended.Add((from, fact)))
            return;
        List<AccessPath> paths = fact.Holders.In(from.Body).ToList();
        if (fact.IsSocket && entrances.IsWhole)
            paths.FindAll(path => path is { GoesOut: true, Owner: not null }).ForEach(path => Release(from, fact, path));
        if (ReferenceEquals(fact, Fact.Path) || ReferenceEquals(fact.Origin, Origin.Null) || ReferenceEquals(fact.Origin, Origin.Left) || !RunOrder.IsRun(from))
            return;
        List<AccessPath> holders = paths.FindAll(path => ReferenceEquals(path.Root, from.Body.Paths.This) || ReferenceEquals(path.Root, from.Body.Paths.Statics));
        if (holders.Count == 0)
            return;
        bool isOut = holders.Exists(entrances.Access.IsOpen) || (paths.Exists(path => path.GoesOut) && entrances.Surroundings.GivesAway(from.Body));
        Fact kept = (fact.IsSocket && isOut ? fact.Escaped() : fact) with { IsThrown = false };
        if (!Tell(holders, from, ref kept))
            return;
        Resume(holders, from, kept);
        foreach (EventGraph root in entrances.Roots)
        {
            HolderSet held = Held(holders, from, root, waits: false);
            if (held.IsEmpty)
                continue;
            // A function that was made a delegate may see what is there; what it may do to it was told where it was made.
            if (root.Body.Graphs[0] == root)
                analysis.Start(root, kept with { Holders = held });
            else if (RunOrder.IsRun(root))
                analysis.StartDelegate(root, kept with { Holders = held });
        }
    }

    /// <summary>Notes that the roots are told of it; false where they were. Past the bound it becomes what stands for all the rest.</summary>
    private bool Tell(List<AccessPath> holders, EventGraph from, ref Fact kept)
    {
        members ??= new AccessPaths(from.Body.Symbols, null);
        HolderSet held = HolderSet.Empty;
        foreach (AccessPath path in holders)
            held = held.Add(members.Translate(path, path.Root, ReferenceEquals(path.Root, from.Body.Paths.This) ? members.This : members.Statics)!);
        var alike = (kept with { Holders = held, BoundAt = null, Options = OptionsInForce.None }, from.Body.Symbol?.ContainingType, from.Body.Root is EqualsValueClauseSyntax);
        if (!told.TryGetValue(alike, out List<(IOperation? BoundAt, OptionsInForce Options)>? variants))
            told[alike] = variants = [];
        if (variants.Count >= MaximumVariants && !variants.Contains((kept.BoundAt, kept.Options)))
        {
            analysis.Record.Blur(kept.Origin);
            kept = kept with { BoundAt = variants[0].BoundAt, Options = OptionsInForce.None };
        }
        if (variants.Contains((kept.BoundAt, kept.Options)))
            return false;
        variants.Add((kept.BoundAt, kept.Options));
        return true;
    }

    /// <summary>Any body may wait for something meanwhile, in the middle of its callers, too.</summary>
    private void Resume(List<AccessPath> holders, EventGraph from, Fact kept)
    {
        foreach (EventGraph body in entrances.Bodies)
        {
            if (Held(holders, from, body, waits: true) is { IsEmpty: false } held)
                analysis.Resume(body, kept with { Holders = held });
        }
    }

    /// <summary>The names that the root has for the members.</summary>
    private HolderSet Held(List<AccessPath> holders, EventGraph from, EventGraph root, bool waits)
    {
        HolderSet held = HolderSet.Empty;
        foreach (AccessPath path in holders)
        {
            if (NameOf(path, from, root, waits) is { } name)
                held = held.Add(name);
        }
        return held;
    }

    private AccessPath? NameOf(AccessPath path, EventGraph from, EventGraph root, bool waits)
    {
        AccessPaths paths = root.Body.Paths;
        if (names.TryGetValue((path, root, waits), out (int Known, AccessPath? Name) before) && (before.Name is not null || before.Known == paths.All.Count))
            return before.Name;
        bool isOfObject = ReferenceEquals(path.Root, from.Body.Paths.This);
        AccessPath owner = isOfObject ? paths.This : paths.Statics;
        // What waits has begun, a constructor too.
        bool isNext = waits ? !isOfObject || (RunOrder.MayShareObject(from, root) && !RunOrder.IsBeforeAll(from)) : RunOrder.MayFollow(from, root, isOfObject, analysis.Record.Universe);
        // A constructor that begins and does not know the member passes it on as it is.
        AccessPath? name = !isNext ? null
            : RunOrder.IsConstructor(root) && !waits ? paths.Translate(path, path.Root, owner) : paths.Find(path, path.Root, owner);
        names[(path, root, waits)] = (paths.All.Count, name);
        return name;
    }
}
