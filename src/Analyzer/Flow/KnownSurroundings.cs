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

    private readonly List<(Surroundings Surroundings, FlowRecord? Record)> records = [];

    /// <summary>What is around a body, and what the analysis saw there: null where there was too much to be followed. Null where it is not known.</summary>
    /// <param name="starts">The body, and those that make its sockets.</param>
    public (Surroundings Surroundings, FlowRecord? Record)? Of(IReadOnlyCollection<SyntaxNode> starts)
    {
        lock (records)
        {
            int found = records.FindIndex(known => known.Surroundings.AreThoseOf(starts));
            return found < 0 ? null : records[found];
        }
    }

    public void Keep((Surroundings Surroundings, FlowRecord? Record) seen)
    {
        lock (records)
        {
            if (records.Count >= MaximumRecords)
                records.Clear();
            records.Add(seen);
        }
    }
}
