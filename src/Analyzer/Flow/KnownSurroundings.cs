using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Keeps what the analysis saw of bodies that are surrounded by each other: whoever asks about another one of them gets
/// the same answer, so a type with many listeners is analysed once and not once for each.
/// </summary>
internal sealed class KnownSurroundings
{
    /// <summary>A compilation has few such types; those of a file follow each other.</summary>
    private const int MaximumRecords = 32;

    private readonly Dictionary<HashSet<SyntaxNode>, FlowRecord?> records = new(HashSet<SyntaxNode>.CreateSetComparer());

    /// <param name="surroundings">The bodies.</param>
    /// <param name="record">Null where there was too much to be followed.</param>
    public bool TryGet(Surroundings surroundings, out FlowRecord? record)
    {
        lock (records)
            return records.TryGetValue(surroundings.Roots, out record);
    }

    public void Keep(Surroundings surroundings, FlowRecord? record)
    {
        lock (records)
        {
            if (records.Count >= MaximumRecords)
                records.Clear();
            records[surroundings.Roots] = record;
        }
    }
}
