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
    /// <summary>The member that every finding needs in its body: a late set is late for a bind.</summary>
    private const string Name = "Bind";

    private const int ChunkLength = 16 * 1024;

    public static SyntaxTreeValueProvider<ImmutableArray<int>> CreateProvider() => new(tree => Positions(tree.GetText()));

    /// <summary>Where the text spells the name as a word.</summary>
    internal static ImmutableArray<int> Positions(SourceText text)
    {
        ImmutableArray<int>.Builder? positions = null;
        char[] chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            // Chunks overlap by a name, so that none is cut in two.
            for (int start = 0; start < text.Length; start += ChunkLength - Name.Length + 1)
            {
                int length = Math.Min(ChunkLength, text.Length - start);
                text.CopyTo(start, chunk, 0, length);
                ReadOnlySpan<char> rest = chunk.AsSpan(0, length);
                for (int at = rest.IndexOf(Name.AsSpan()); at >= 0; at = rest.IndexOf(Name.AsSpan()))
                {
                    int position = start + length - rest.Length + at;
                    if (IsWord(text, position, Name.Length))
                        (positions ??= ImmutableArray.CreateBuilder<int>()).Add(position);
                    rest = rest.Slice(at + Name.Length);
                }
                if (start + length == text.Length)
                    break;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
        return positions?.ToImmutable() ?? ImmutableArray<int>.Empty;
    }

    /// <summary>Does the text spell the name as a word?</summary>
    public static bool Contains(SourceText text, string name)
    {
        string whole = text.ToString();
        for (int at = whole.IndexOf(name, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (IsWord(text, at, name.Length))
                return true;
        }
        return false;
    }

    private static bool IsWord(SourceText text, int start, int length)
    {
        int end = start + length;
        return (start == 0 || !IsWordCharacter(text[start - 1])) && (end == text.Length || !IsWordCharacter(text[end]));
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';
}
