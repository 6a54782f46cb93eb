using System.Globalization;
using System.Text;

namespace EchoServer;

/// <summary>The bytes of one connection as text that is safe to print.</summary>
internal sealed class MessageText
{
    // One decoder per connection: it keeps the first bytes of a character that two reads tore apart.
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public string Read(ReadOnlySpan<byte> bytes)
    {
        char[] characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        int count = _decoder.GetChars(bytes, characters, flush: false);
        return Escape(characters.AsSpan(0, count));
    }

    /// <summary>A client must not be able to move the cursor, forge a line or reverse the text on our terminal.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            Append(escaped, rune);

        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n':
                escaped.Append(@"\n");
                break;
            case '\r':
                escaped.Append(@"\r");
                break;
            case '\t':
                escaped.Append(@"\t");
                break;
            case '\\':
                escaped.Append(@"\\");
                break;
            default:
                if (IsInvisible(rune))
                    escaped.Append(CultureInfo.InvariantCulture, $@"\u{{{rune.Value:X}}}");
                else
                    escaped.Append(rune.ToString());
                break;
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or
        UnicodeCategory.Format or
        UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator;
}
