namespace SocketSetup.Oracle.Trials;

/// <summary>One way to break the analysis on purpose: a piece of its source, and what is put in its place.</summary>
/// <param name="Name">What is wrong with the analysis then.</param>
/// <param name="File">Below the folder of the analyzer.</param>
/// <param name="Find">What the file spells exactly once; in one line, and no longer than it has to be.</param>
/// <param name="Replacement">What it spells instead.</param>
internal sealed record Trial(string Name, string File, string Find, string Replacement)
{
    /// <summary>The text of the file, broken.</summary>
    public string Break(string text)
    {
        int found = text.Split(Find).Length - 1;
        return found == 1
            ? text.Replace(Find, Replacement, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The trial \"{Name}\" looks for \"{Find}\", which {File} has {found} times and should have once.");
    }
}
