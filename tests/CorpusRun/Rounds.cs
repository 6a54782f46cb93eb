namespace SocketSetup.CorpusRun;

/// <summary>Compares what a set said in two rounds: the same, in the same order within each file.</summary>
internal static class Rounds
{
    /// <summary>The first place where they part; null where they do not.</summary>
    public static string? Difference(List<Found> first, List<Found> later)
    {
        for (int i = 0; i < Math.Max(first.Count, later.Count); i++)
        {
            string was = Text(first, i), now = Text(later, i);
            if (was != now) return $"{now} instead of {was}";
        }
        return null;
    }

    private static string Text(List<Found> found, int index) =>
        index < found.Count ? $"{found[index].Path}({found[index].Line},{found[index].Column}) {found[index].Severity} {found[index].Id}: {found[index].Message}" : "nothing";
}
