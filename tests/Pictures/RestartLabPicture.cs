namespace SocketSetup.Pictures;

/// <summary>The lab's table in short: the ways to set a listener up that people ask about.</summary>
internal static class RestartLabPicture
{
    private const double Badge = 110;

    private static readonly (string Name, string Heading, double Centre)[] Columns =
        [("time-wait", "TIME_WAIT", 475), ("fin-wait-2", "FIN_WAIT2", 603), ("established", "ESTABLISHED", 731), ("second", "instance", 891)];

    private static readonly (string Group, string Heading)[] Groups = [("tcp", "ProtocolType.Tcp"), ("zero", "Protocol 0: Unspecified, IP")];

    private static readonly string[] Rows = ["none", "reuse", "reuse-after-bind", "no-reuse-after-bind", "exclusive", "reuse-without-port"];

    public static string Draw(Recording recording)
    {
        var canvas = new Canvas(980, "What the restart lab saw: which set-up restarts, and which lets a second instance in");
        canvas.Write(20, 30, $"samples/RestartLab on {recording.Runtime}, {recording.System}", Palette.Dim);
        canvas.WriteCentred(603, 58, "restart over", Palette.Dim);
        canvas.WriteCentred(891, 58, "second", Palette.Dim);
        foreach ((_, string heading, double centre) in Columns)
            canvas.WriteCentred(centre, 78, heading, Palette.Dim);

        double y = 104;
        foreach ((string group, string heading) in Groups)
        {
            canvas.Line(y - 14);
            canvas.Write(20, y + 8, heading, Palette.Bright);
            y += 34;
            foreach (string name in Rows)
            {
                RecordedRow row = recording.Row($"{group}/{name}");
                canvas.Write(36, y, row.Remedy, Palette.Text);
                foreach ((string column, _, double centre) in Columns)
                {
                    string seen = row.Seen(column);
                    canvas.Box(centre - (Badge / 2), y - 16, Badge, 23, Colour(column, seen));
                    canvas.WriteCentred(centre, y, seen, Palette.Bright);
                }
                y += 30;
            }
            y += 14;
        }
        return canvas.Close(y - 14);
    }

    /// <summary>A port in use is what one wants of a second instance, and the failure of a restart.</summary>
    private static string Colour(string column, string seen) => (column, seen) switch
    {
        (_, "restarts") => Palette.Good,
        (_, "shares") => Palette.Doubtful,
        ("second", "in use") => Palette.Neutral,
        (_, "in use") => Palette.Bad,
        _ => throw new InvalidOperationException($"Nobody has said what colour \"{seen}\" has."),
    };
}
