using System.Globalization;
using SocketSetup.Oracle.Generation;

namespace SocketSetup.Oracle.Running;

/// <summary>What the command line asks for.</summary>
/// <param name="Count">How many programs.</param>
/// <param name="Seed">Of the generator.</param>
/// <param name="First">The first index.</param>
/// <param name="Features">What they may be made of.</param>
/// <param name="Turns">Turns of a loop.</param>
/// <param name="Shrink">How many findings to shrink and print.</param>
/// <param name="IsStrict">Is it a failure, too, what only holds if tests for null tell nothing about other variables?</param>
internal sealed record Arguments(int Count, int Seed, int First, IReadOnlyList<Feature> Features, int Turns, int Shrink, bool IsStrict)
{
    public const string Usage = "oracle [--trials] [--count N] [--seed N] [--first N] [--features a,b] [--without a,b] [--turns N] [--shrink N] [--strict 1]";

    public static readonly Arguments Default = new(10_000, 1, 0, ProgramGen.AllFeatures, 2, 5, false);

    /// <summary>Null where they are not understood.</summary>
    /// <param name="words">What was typed.</param>
    /// <param name="usual">What holds where nothing was.</param>
    public static Arguments? Parse(IReadOnlyList<string> words, Arguments usual)
    {
        Arguments? arguments = usual;
        for (int i = 0; i < words.Count && arguments is not null; i += 2)
            arguments = i + 1 < words.Count ? arguments.With(words[i], words[i + 1]) : null;
        return arguments;
    }

    private Arguments? With(string name, string value) => (name, Number(value), FeaturesOf(value)) switch
    {
        ("--count", { } number, _) => this with { Count = number },
        ("--seed", { } number, _) => this with { Seed = number },
        ("--first", { } number, _) => this with { First = number },
        ("--turns", { } number, _) => this with { Turns = number },
        ("--shrink", { } number, _) => this with { Shrink = number },
        ("--strict", { } number, _) => this with { IsStrict = number != 0 },
        ("--features", _, { } features) => this with { Features = features },
        ("--without", _, { } features) => this with { Features = [.. Features.Except(features)] },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static List<Feature>? FeaturesOf(string text)
    {
        var features = new List<Feature>();
        foreach (string name in text.Split(','))
        {
            if (!Enum.TryParse(name, ignoreCase: true, out Feature feature) || !Enum.IsDefined(feature))
                return null;
            features.Add(feature);
        }
        return features;
    }
}
