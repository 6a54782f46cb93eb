using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers;

/// <summary>
/// Finds, by the text of a file alone, the places that may be an entry point of the analysis. What it found is kept
/// with the file's text, so a keystroke searches one file again.
/// </summary>
internal static class TextGate
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Where a file spells one of the names.</summary>
    public static SyntaxTreeValueProvider<ImmutableArray<int>> CreateProvider(string[] names) => new(tree => Positions(tree.GetText(), names));

    /// <summary>Does a file spell the name?</summary>
    public static SyntaxTreeValueProvider<bool> CreateProvider(string name) => new(tree => Contains(tree.GetText(), name));

    /// <summary>Where the text spells one of the names as a word.</summary>
    internal static ImmutableArray<int> Positions(SourceText text, string[] names) => PositionsIn(text, new TextSpan(0, text.Length), names);

    /// <summary>Where that part of the text spells one of the names as a word.</summary>
    public static ImmutableArray<int> PositionsIn(SourceText text, TextSpan part, params string[] names) =>
        Search(text, part, names, firstOnly: false)?.ToImmutable() ?? ImmutableArray<int>.Empty;

    /// <summary>Does the text spell the name as a word?</summary>
    public static bool Contains(SourceText text, string name) => Search(text, new TextSpan(0, text.Length), [name], firstOnly: true) is not null;

    /// <summary>Null, and nothing allocated, where the text spells none of them.</summary>
    private static ImmutableArray<int>.Builder? Search(SourceText text, TextSpan part, string[] names, bool firstOnly)
    {
        ImmutableArray<int>.Builder? positions = null;
        int overlap = 0;
        foreach (string name in names)
            overlap = Math.Max(overlap, name.Length - 1);
        char[] chunk = ArrayPool<char>.Shared.Rent(ChunkLength + overlap);
        try
        {
            // Chunks overlap by the longest name, so that none is cut in two; a hit belongs to the chunk that it begins in.
            for (int start = part.Start; start < part.End; start += ChunkLength)
            {
                int length = Math.Min(ChunkLength + overlap, part.End - start);
                text.CopyTo(start, chunk, 0, length);
                foreach (string name in names)
                {
                    if (name.Length == 0)
                        continue; // Of a member that is only half typed.
                    ReadOnlySpan<char> rest = chunk.AsSpan(0, Math.Min(length, ChunkLength + name.Length - 1));
                    int end = start + rest.Length;
                    for (int at = rest.IndexOf(name.AsSpan()); at >= 0; at = rest.IndexOf(name.AsSpan()))
                    {
                        int position = end - rest.Length + at;
                        rest = rest.Slice(at + name.Length);
                        if (!IsWord(text, position, name.Length))
                            continue;
                        (positions ??= ImmutableArray.CreateBuilder<int>()).Add(position);
                        if (firstOnly)
                            return positions;
                    }
                }
            }
            return positions;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }

    private static bool IsWord(SourceText text, int start, int length)
    {
        int end = start + length;
        return (start == 0 || !IsWordCharacter(text[start - 1])) && (end == text.Length || !IsWordCharacter(text[end]));
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';
}
