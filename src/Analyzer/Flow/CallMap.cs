using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Which variables of a caller are which of the function that it calls. What the callee cannot see waits in the
/// caller; the mark <see cref="HolderSet.Waiting"/> stands for it, so that a socket which nothing in the callee holds
/// any more is not lost.
/// </summary>
internal sealed class CallMap
{
    private readonly Dictionary<int, List<int>> inward = [];
    private readonly Dictionary<int, int> outward = [];
    private readonly HashSet<int> passed = [];
    private readonly List<(AccessPath Outside, AccessPath Inside)> names = [];
    private readonly HashSet<int> own;

    /// <param name="callee">The graph that the call runs.</param>
    /// <param name="isNested">Is it a function of the caller's own body, so that both have the same variables?</param>
    /// <param name="own">Of a nested function: the variables that each run of it has anew.</param>
    public CallMap(EventGraph callee, bool isNested, HashSet<int> own)
    {
        Callee = callee;
        SeesAll = isNested;
        this.own = own;
    }

    public EventGraph Callee { get; }

    /// <summary>Does it ever come to its end, other than by an exception?</summary>
    public bool Returns => !IsAwaited || Callee.Graph.Blocks[Callee.Graph.Blocks.Length - 1].IsReachable;

    /// <summary>Does the caller wait for its end?</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Does it go on while the caller does, from its first wait on?</summary>
    public bool GoesOn => !IsAwaited && Callee.Body.Waits;

    /// <summary>Can the callee see every variable of the caller?</summary>
    public readonly bool SeesAll;

    /// <summary>The variables of the caller that the callee gets at.</summary>
    public IEnumerable<int> Visible => inward.Keys;

    /// <summary>Does the callee get one of them as a variable of its own?</summary>
    public bool Gives(HolderSet holders)
    {
        foreach (int id in holders.Ids)
        {
            if (inward.ContainsKey(id))
                return true;
        }
        return false;
    }

    /// <summary>What an object is called on both sides.</summary>
    public void Name(AccessPath outside, AccessPath inside) => names.Add((outside, inside));

    /// <summary>What the caller calls the callee's variable or object.</summary>
    public IEnumerable<AccessPath> Outside(AccessPath path, AccessPaths callerPaths)
    {
        foreach ((AccessPath outside, AccessPath inside) in names)
        {
            if (path.StartsWith(inside) && callerPaths.Translate(path, inside, outside) is { } translated)
                yield return translated;
        }
    }

    /// <summary>The caller's variable, or its value, is one of the callee's.</summary>
    public void Enter(AccessPath caller, AccessPath callee)
    {
        if (!inward.TryGetValue(caller.Id, out List<int>? names))
            inward[caller.Id] = names = [];
        names.Add(callee.Id);
    }

    /// <summary>The callee knows the variable by the parameter that refers to it, and not as what it is.</summary>
    public void Hide(AccessPath outside)
    {
        if (inward.TryGetValue(outside.Id, out List<int>? inside))
            inside.ForEach(id => outward.Remove(id));
        inward.Remove(outside.Id);
        passed.Remove(outside.Id);
    }

    /// <summary>What the callee's variable holds in the end is what the caller's holds then.</summary>
    public void Leave(AccessPath callee, AccessPath caller)
    {
        outward[callee.Id] = caller.Id;
        passed.Add(caller.Id);
    }

    /// <summary>The holders as the callee sees them; null where it sees none.</summary>
    public HolderSet? Inward(HolderSet holders)
    {
        var seen = new List<int>();
        bool waits = false;
        foreach (int id in holders.Ids)
        {
            bool isSeen = inward.TryGetValue(id, out List<int>? names);
            if (isSeen)
                seen.AddRange(names!);
            if (SeesAll && id != HolderSet.Waiting && !own.Contains(id) && !passed.Contains(id))
                seen.Add(id);
            else if (!passed.Contains(id))
                waits = true;
        }
        if (seen.Count == 0)
            return null;
        if (waits)
            seen.Add(HolderSet.Waiting);
        return HolderSet.Of(seen);
    }

    /// <summary>The holders after the call.</summary>
    /// <param name="before">Those of the caller before it.</param>
    /// <param name="after">Those of the callee at its end.</param>
    public HolderSet Outward(HolderSet before, HolderSet after)
    {
        var holders = new List<int>();
        foreach (int id in before.Ids)
        {
            if (!passed.Contains(id) && (!SeesAll || id == HolderSet.Waiting || own.Contains(id)))
                holders.Add(id);
        }
        foreach (int id in after.Ids)
        {
            if (outward.TryGetValue(id, out int caller))
                holders.Add(caller);
            else if (SeesAll && id != HolderSet.Waiting && !own.Contains(id))
                holders.Add(id);
        }
        return HolderSet.Of(holders);
    }
}
