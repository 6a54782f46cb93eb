namespace RestartLab.Experiments;

/// <summary>One thing that was seen.</summary>
/// <param name="Cell">The name of the cell in its row.</param>
/// <param name="Seen">What was seen, in the words of <see cref="Answers"/>.</param>
/// <param name="Detail">What no claim is about, such as the split of the connections.</param>
internal sealed record Observation(string Cell, string Seen, string? Detail = null);
