using System.Globalization;

namespace SocketSetup.Benchmarks.Running;

/// <summary>What the command line asks a verb for.</summary>
/// <param name="Rounds">How often each is measured.</param>
/// <param name="Lines">Of the generated project.</param>
/// <param name="Only">The names of the inputs to grow begin with it.</param>
/// <param name="Divide">The sizes of the inputs are divided by it: for a quick look.</param>
/// <param name="WarmUp">How many rounds are not counted.</param>
internal sealed record Arguments(int Rounds, int Lines, string Only, int Divide, int WarmUp)
{
    public const string Usage = """
        benchmarks live   [--rounds 15] [--lines 300000] [--warm-up 5]      one keystroke in a large project
        benchmarks growth [--rounds 5] [--only NAME] [--divide 1]           inputs at growing sizes
        benchmarks build  [--rounds 7] [--lines 10000] [--warm-up 1]        dotnet build without and with the package
        benchmarks --filter "*"                                             the micro-benchmarks (BenchmarkDotNet)
        """;

    /// <summary>Null where they are not understood.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words, Arguments defaults)
    {
        Arguments? arguments = defaults;
        for (int i = 0; i < words.Count && arguments is not null; i += 2)
            arguments = i + 1 < words.Count ? arguments.With(words[i], words[i + 1]) : null;
        return arguments;
    }

    private Arguments? With(string name, string value) => (name, Number(value)) switch
    {
        ("--rounds", > 0 and { } number) => this with { Rounds = number },
        ("--lines", > 0 and { } number) => this with { Lines = number },
        ("--divide", > 0 and { } number) => this with { Divide = number },
        ("--warm-up", { } number) => this with { WarmUp = number },
        ("--only", _) => this with { Only = value },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
