namespace SocketSetup.Oracle.Execution;

/// <summary>How far a program is followed.</summary>
/// <param name="Turns">Turns of a loop.</param>
/// <param name="Calls">Calls from outside, where the program has fields.</param>
/// <param name="Recursion">Calls of a function by itself.</param>
/// <param name="Paths">Paths, before the program is given up.</param>
internal sealed record Bounds(int Turns, int Calls, int Recursion, int Paths)
{
    public static readonly Bounds Usual = new(2, 3, 2, 64);

    /// <summary>What a disagreement has to outlast, the cheaper first: the analyzer sees any number of turns.</summary>
    public static readonly IReadOnlyList<Bounds> Larger = [new(1, 2, 1, 20_000), new(1, 3, 1, 20_000), new(2, 3, 2, 20_000), new(3, 4, 2, 20_000), new(4, 5, 3, 20_000), new(2, 2, 1, 400_000)];
}
