namespace SocketSetup.Samples.Tests.Fixes;

/// <summary>What one code action made of the listener.</summary>
/// <param name="Title">What the lightbulb said.</param>
/// <param name="Before">The file that it was offered for.</param>
/// <param name="After">The file that it left.</param>
public sealed record Edit(string Title, string Before, string After)
{
    /// <summary>The statements that it wrote.</summary>
    public IReadOnlyList<string> Added => LinesOf(After).Except(LinesOf(Before)).ToArray();

    /// <summary>The statements that it took away.</summary>
    public IReadOnlyList<string> Removed => LinesOf(Before).Except(LinesOf(After)).ToArray();

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Select(line => line.Trim());
}
