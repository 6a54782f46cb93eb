using SocketSetup.Analyzers.Events;

namespace SocketSetup.Analyzers.Flow;

/// <summary>The events of one block, found by the variables they concern: a body of many sockets costs no more than each of them.</summary>
internal sealed class BlockEvents
{
    private Dictionary<int, List<int>>? byVariable;
    private List<int>? springs;
    private List<int>? common;

    public BlockEvents(SocketEvent[] events, Universe universe)
    {
        Events = events;
        for (int i = 0; i < events.Length; i++)
        {
            SocketEvent socketEvent = events[i];
            switch (socketEvent.Kind)
            {
                case SocketEventKind.Called:
                    CallMap map = universe.MapOf(socketEvent);
                    Add(ref springs, i);
                    if (map.SeesAll || !map.Returns)
                        Add(ref common, i);
                    foreach (int variable in map.Visible)
                        Add(variable, i);
                    break;
                case SocketEventKind.Delegated or SocketEventKind.Suspended:
                    Add(ref common, i);
                    break;
                default:
                    Add(socketEvent.Path.Id, i);
                    if (socketEvent.Source is { } source)
                        Add(source.Id, i);
                    if (socketEvent.Kind is SocketEventKind.Created or SocketEventKind.Overwritten or SocketEventKind.PerhapsOverwritten or SocketEventKind.Nulled)
                        Add(ref springs, i);
                    break;
            }
        }
    }

    /// <summary>In the order in which they happen.</summary>
    public SocketEvent[] Events { get; }

    /// <summary>The first event from the index on that can concern the fact; null where none does.</summary>
    public int? Next(int from, Fact fact)
    {
        if (ReferenceEquals(fact, Fact.Path))
            return First(springs, from);
        int? next = First(common, from);
        foreach (int id in fact.Holders.Ids)
        {
            if (byVariable is not null && byVariable.TryGetValue(id, out List<int>? indexes) && First(indexes, from) is { } index && !(next <= index))
                next = index;
        }
        return next;
    }

    private static int? First(List<int>? indexes, int from)
    {
        if (indexes is null)
            return null;
        int at = indexes.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < indexes.Count ? indexes[at] : null;
    }

    private static void Add(ref List<int>? indexes, int index) => (indexes ??= []).Add(index);

    private void Add(int variable, int index)
    {
        byVariable ??= [];
        if (!byVariable.TryGetValue(variable, out List<int>? indexes))
            byVariable[variable] = indexes = [];
        if (indexes.Count == 0 || indexes[indexes.Count - 1] != index)
            indexes.Add(index);
    }
}
