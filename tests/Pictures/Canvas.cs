using System.Globalization;
using System.Security;
using System.Text;

namespace SocketSetup.Pictures;

/// <summary>A run of characters in one colour.</summary>
internal readonly record struct Ink(string Text, string Colour);

/// <summary>
/// A drawing in SVG, on a dark ground of its own, so that it looks the same on a light page and on a dark one. Every text
/// is monospaced and says how long it is, so that no other font makes it run out of its place.
/// </summary>
internal sealed class Canvas(double width, string title)
{
    public const double LineHeight = 22;

    /// <summary>What a character advances in the usual monospaced fonts at 13 pixels.</summary>
    public const double Advance = 7.83;

    private const double Margin = 20;

    private readonly StringBuilder elements = new();

    public double Width => width;

    public void Box(double x, double y, double boxWidth, double height, string fill, string? stroke = null) =>
        Add($"""<rect x="{x}" y="{y}" width="{boxWidth:0.##}" height="{height}" rx="4" fill="{fill}"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>""");

    public void Line(double y) => Add($"""<line x1="{Margin}" y1="{y}" x2="{width - Margin}" y2="{y}" stroke="{Palette.Edge}"/>""");

    public void Write(double x, double y, string text, string colour) => Write(x, y, [new(text, colour)]);

    /// <param name="x">Where the text starts.</param>
    /// <param name="y">The line that the letters stand on.</param>
    /// <param name="inks">The text, run by run.</param>
    public void Write(double x, double y, IReadOnlyList<Ink> inks)
    {
        double length = inks.Sum(ink => ink.Text.Length) * Advance;
        if (x + length > width - Margin)
            throw new InvalidOperationException($"This does not fit: {string.Concat(inks.Select(ink => ink.Text))}");
        string runs = string.Concat(inks.Select(ink => $"""<tspan fill="{ink.Colour}">{SecurityElement.Escape(ink.Text)}</tspan>"""));
        Add($"""<text x="{x:0.##}" y="{y}" textLength="{length:0.##}" xml:space="preserve">{runs}</text>""");
    }

    public void WriteLeftOf(double x, double y, string text, string colour) => Write(x - (text.Length * Advance), y, text, colour);

    public void WriteCentred(double x, double y, string text, string colour) => Write(x - (text.Length * Advance / 2), y, text, colour);

    public void Squiggle(double x, double y, int characters)
    {
        int waves = (int)(characters * Advance / 6);
        Add($"""<path d="M{x:0.##} {y}{string.Concat(Enumerable.Repeat("l3 -3l3 3", waves))}" fill="none" stroke="{Palette.Warning}" stroke-width="1.3"/>""");
    }

    public void Lightbulb(double x, double y) =>
        Add($"""<circle cx="{x}" cy="{y}" r="5.5" fill="{Palette.Bulb}"/><rect x="{x - 2.5}" y="{y + 4.5}" width="5" height="4" fill="{Palette.Bulb}"/>""");

    /// <summary>What shows that more is behind an entry.</summary>
    public void Arrow(double x, double y) => Add($"""<path d="M{x} {y - 4}l5 4l-5 4z" fill="{Palette.Dim}"/>""");

    public string Close(double height) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">
          <title>{SecurityElement.Escape(title)}</title>
          <style>text {"{"} font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; {"}"}</style>
          <rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8" fill="{Palette.Ground}" stroke="{Palette.Frame}"/>
        {elements}</svg>

        """).ReplaceLineEndings("\n");

    private void Add(FormattableString element) => elements.Append("  ").Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
