using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>An immutable set of access paths of one body, compared by its members.</summary>
internal sealed class HolderSet : IEquatable<HolderSet>
{
    public static readonly HolderSet Empty = new([]);

    /// <summary>Stands for the variables of a caller that the function at hand cannot see.</summary>
    public const int Waiting = -1;

    /// <summary>The numbers of the paths, in rising order.</summary>
    private readonly int[] ids;
    private readonly int hash;

    private HolderSet(int[] ids)
    {
        this.ids = ids;
        foreach (int id in ids)
            hash = unchecked((hash * 31) + id + 1);
    }

    public bool IsEmpty => ids.Length == 0;

    public ReadOnlySpan<int> Ids => ids;

    /// <summary>The paths, in their order.</summary>
    /// <param name="body">The body that they are paths of.</param>
    public IEnumerable<AccessPath> In(Body body)
    {
        foreach (int id in ids)
        {
            if (id != Waiting)
                yield return body.Paths.All[id];
        }
    }

    /// <summary>Can other bodies reach one of them?</summary>
    /// <param name="body">The body that they are paths of.</param>
    public bool OutliveBody(Body body)
    {
        foreach (int id in ids)
        {
            if (id != Waiting && body.Paths.All[id].OutlivesBody)
                return true;
        }
        return false;
    }

    public static HolderSet Of(AccessPath path) => new([path.Id]);

    /// <param name="ids">The numbers of the paths, in any order, and perhaps more than once.</param>
    public static HolderSet Of(List<int> ids)
    {
        ids.Sort();
        int[] distinct = new int[ids.Count];
        int count = 0;
        foreach (int id in ids)
        {
            if (count == 0 || distinct[count - 1] != id)
                distinct[count++] = id;
        }
        Array.Resize(ref distinct, count);
        return Of(distinct);
    }

    public bool Contains(AccessPath path) => Contains(path.Id);

    public bool Contains(int id) => Array.BinarySearch(ids, id) >= 0;

    /// <summary>Is one of the paths in both?</summary>
    public bool Overlaps(HolderSet other)
    {
        foreach (int id in ids)
        {
            if (id != Waiting && Array.BinarySearch(other.ids, id) >= 0)
                return true;
        }
        return false;
    }

    public HolderSet Add(AccessPath path) => Add(path.Id);

    public HolderSet Add(int id)
    {
        int at = Array.BinarySearch(ids, id);
        if (at >= 0)
            return this;
        int[] more = new int[ids.Length + 1];
        Array.Copy(ids, more, ~at);
        more[~at] = id;
        Array.Copy(ids, ~at, more, ~at + 1, ids.Length - ~at);
        return new HolderSet(more);
    }

    public HolderSet Remove(AccessPath path)
    {
        int at = Array.BinarySearch(ids, path.Id);
        if (at < 0)
            return this;
        int[] kept = new int[ids.Length - 1];
        Array.Copy(ids, kept, at);
        Array.Copy(ids, at + 1, kept, at, kept.Length - at);
        return Of(kept);
    }

    public HolderSet Except(HashSet<int> others)
    {
        foreach (int id in ids)
        {
            if (others.Contains(id))
                return Without(others);
        }
        return this; // Most are asked in vain: nothing is allocated for them.
    }

    public bool Equals(HolderSet? other) => ReferenceEquals(this, other) || (other is not null && hash == other.hash && ids.AsSpan().SequenceEqual(other.ids));

    public override bool Equals(object? obj) => Equals(obj as HolderSet);

    public override int GetHashCode() => hash;

    private HolderSet Without(HashSet<int> others) => Of(Array.FindAll(ids, id => !others.Contains(id)));

    private static HolderSet Of(int[] sorted) => sorted.Length == 0 ? Empty : new HolderSet(sorted);
}
