namespace SocketSetup.Robustness.Mutations;

/// <summary>A source with some damage.</summary>
/// <param name="Source">What it was.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Number">The place in the text where that was done, or for a random one its number under the seed.</param>
/// <param name="Text">What it is now.</param>
internal sealed record Mutant(Source Source, string Kind, int Number, string Text);
