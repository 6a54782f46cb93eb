using System.Globalization;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Pictures;

/// <summary>Lines of a file with their numbers, moved to the left as far as all of them allow.</summary>
internal sealed class Listing(Canvas canvas, CodeText code, int first, int last)
{
    private const double Gutter = 36;
    private const double Left = 58;

    private readonly int indentation = code.Text.Lines.Take(last + 1).Skip(first)
        .Select(line => line.ToString()).Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);

    public void Draw(double y, int line)
    {
        canvas.WriteLeftOf(Gutter, y, Number(line), Palette.Number);
        canvas.Write(Left, y, Inks(line));
    }

    public void DrawAdded(double y, int line)
    {
        canvas.Box(20, y - 15, canvas.Width - 40, 21, Palette.Added);
        canvas.WriteLeftOf(Gutter, y, Number(line), Palette.AddedText);
        canvas.Write(42, y, "+", Palette.AddedText);
        canvas.Write(Left, y, Inks(line));
    }

    /// <summary>The squiggle under what was reported on a line.</summary>
    public void Underline(double y, TextSpan span) =>
        canvas.Squiggle(Left + ((code.Text.Lines.GetLinePosition(span.Start).Character - indentation) * Canvas.Advance), y + 5, span.Length);

    private static string Number(int line) => (line + 1).ToString(CultureInfo.InvariantCulture);

    private List<Ink> Inks(int line)
    {
        TextSpan span = code.Text.Lines[line].Span;
        var inks = new List<Ink>();
        int at = span.Start + Math.Min(indentation, span.Length);
        foreach (ClassifiedSpan word in code.Colours.Where(word => word.TextSpan.Start >= at && word.TextSpan.End <= span.End))
        {
            AddUpTo(word.TextSpan.Start, Palette.Text);
            AddUpTo(word.TextSpan.End, Palette.Of(word.ClassificationType));
        }
        AddUpTo(span.End, Palette.Text);
        return inks;

        void AddUpTo(int end, string colour)
        {
            if (end <= at)
                return;
            string text = code.Text.ToString(TextSpan.FromBounds(at, end));
            at = end;
            // Neighbours of one colour are one run.
            if (inks is [.., { } before] && before.Colour == colour)
                inks[^1] = new(before.Text + text, colour);
            else
                inks.Add(new(text, colour));
        }
    }
}
