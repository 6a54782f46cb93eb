namespace SocketSetup.Pictures;

/// <summary>The menu of the lightbulb: what is offered, in its order, and what the first entry would write.</summary>
internal static class LightbulbPicture
{
    /// <summary>The editor's own, and the last one of every menu.</summary>
    private const string OfTheEditor = "Suppress or configure issues";

    private const double Row = 26;

    public static string Draw(AnalyzedCode code)
    {
        Finding finding = code.Of("SOCK001");
        int bind = code.Code.Text.Lines.GetLinePosition(finding.Span.Start).Line;
        var canvas = new Canvas(980, "The lightbulb at a Bind call: three decisions, and what the first of them writes");
        canvas.Write(20, 30, code.Name, Palette.Dim);

        var before = new Listing(canvas, code.Code, bind - 1, bind + 1);
        double y = 62;
        before.Draw(y, bind - 1);
        y += Canvas.LineHeight;
        before.Draw(y, bind);
        before.Underline(y, finding.Span);
        canvas.Lightbulb(47, y - 6);

        y += 16;
        string[] titles = [.. finding.Offers.Select(offer => offer.Title)];
        double width = (titles.Max(title => title.Length) * Canvas.Advance) + 28;
        canvas.Box(58, y, width, ((titles.Length + 1) * Row) + 15, Palette.Raised, Palette.RaisedEdge);
        canvas.Box(61, y + 3, width - 6, Row, Palette.Selected);
        foreach (string title in titles)
        {
            canvas.Write(72, y + 20, title, title == titles[0] ? Palette.Bright : Palette.Text);
            y += Row;
        }
        canvas.Box(62, y + 7, width - 8, 1, Palette.Edge);
        canvas.Write(72, y + 29, OfTheEditor, Palette.Text);
        canvas.Arrow(58 + width - 18, y + 24);

        y += 58;
        canvas.Line(y);
        y += 26;
        var after = new Listing(canvas, finding.Offers[0].Fixed, bind - 1, bind + 2);
        after.Draw(y, bind - 1);
        after.DrawAdded(y + Canvas.LineHeight, bind);
        after.Draw(y + (2 * Canvas.LineHeight), bind + 1);
        after.Draw(y + (3 * Canvas.LineHeight), bind + 2);
        return canvas.Close(y + (3 * Canvas.LineHeight) + 24);
    }
}
