using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Pictures;

/// <summary>The first screen: what is reported, what is offered first, and the code after that was taken.</summary>
internal static class SquigglePicture
{
    private const string Rule = "SOCK001";

    public static string Draw(AnalyzedCode code)
    {
        Finding finding = code.Of(Rule);
        Offer offer = finding.Offers[0];
        int bind = code.Code.Text.Lines.GetLinePosition(finding.Span.Start).Line;
        int creation = bind - 1;
        var canvas = new Canvas(980, "SOCK001 at a Bind call, its fix, and the code after it");
        canvas.Write(20, 30, code.Name, Palette.Dim);

        var before = new Listing(canvas, code.Code, creation, bind);
        double y = 62;
        for (int line = creation; line <= bind; line++, y += Canvas.LineHeight)
        {
            before.Draw(y, line);
            foreach (Finding reported in code.Findings.Where(other => LineOf(code, other.Span) == line))
                before.Underline(y, reported.Span);
        }

        string[] message = Wrap($"{Rule}: {finding.Message}", 108);
        canvas.Box(58, y - 2, 902, (message.Length * 19) + 14, Palette.Raised, Palette.RaisedEdge);
        y += 18;
        foreach (string part in message)
        {
            canvas.Write(70, y, part, Palette.Text);
            y += 19;
        }

        y += 3;
        canvas.Box(58, y - 2, (offer.Title.Length * Canvas.Advance) + 52, 28, Palette.Selected, "#2f7fb5");
        canvas.Lightbulb(76, y + 10);
        canvas.Write(94, y + 16, offer.Title, Palette.Bright);

        y += 38;
        canvas.Line(y);
        y += 26;
        SourceText repaired = offer.Fixed.Text;
        var after = new Listing(canvas, offer.Fixed, creation, bind + 2);
        after.Draw(y, creation);
        for (int line = bind; line <= bind + 2; line++)
        {
            y += Canvas.LineHeight;
            if (code.Code.Text.Lines.Any(old => old.ToString() == repaired.Lines[line].ToString()))
                after.Draw(y, line);
            else
                after.DrawAdded(y, line);
        }
        return canvas.Close(y + 24);
    }

    private static int LineOf(AnalyzedCode code, TextSpan span) => code.Code.Text.Lines.GetLinePosition(span.Start).Line;

    /// <summary>Breaks between words.</summary>
    private static string[] Wrap(string text, int length)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length + 1 > length)
                lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return [.. lines];
    }
}
