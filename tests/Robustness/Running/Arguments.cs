using System.Globalization;

namespace SocketSetup.Robustness.Running;

/// <summary>What the command line asks for.</summary>
/// <param name="Count">How many random mutations.</param>
/// <param name="Seed">Of the mutations.</param>
/// <param name="First">The number of the first mutation.</param>
/// <param name="Folder">Sources beside those of the repository.</param>
/// <param name="Systematic">Which sources are cut at every token, and so on, before the mutations.</param>
/// <param name="Grafted">Sources that are not damaged, and get a listener into each body instead.</param>
internal sealed record Arguments(int Count, int Seed, int First, string? Folder, Systematic Systematic, string? Grafted)
{
    public const string Usage = "robustness [--count N] [--seed N] [--first N] [--sources FOLDER] [--systematic none|files|all] | --grafts FOLDER";

    /// <summary>Null where they are not understood.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words)
    {
        Arguments? arguments = new(5_000, 1, 0, null, Systematic.Files, null);
        for (int i = 0; i < words.Count && arguments is not null; i += 2)
            arguments = i + 1 < words.Count ? arguments.With(words[i], words[i + 1]) : null;
        return arguments;
    }

    private Arguments? With(string name, string value) => (name, Number(value)) switch
    {
        ("--count", { } number) => this with { Count = number },
        ("--seed", { } number) => this with { Seed = number },
        ("--first", { } number) => this with { First = number },
        ("--systematic", null) when Enum.TryParse(value, ignoreCase: true, out Systematic which) => this with { Systematic = which },
        ("--grafts", _) when Directory.Exists(value) => this with { Grafted = value },
        ("--sources", _) when Directory.Exists(value) => this with { Folder = value },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
