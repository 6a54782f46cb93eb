using System.Globalization;
using System.IO.Enumeration;
using System.Net;
using RestartLab.Claims;
using RestartLab.Experiments;

namespace RestartLab;

/// <summary>Reads the command line. Whatever it does not know is a problem, and the problem names it.</summary>
internal static class OptionParser
{
    public const string Help =
        """
        Shows, on this machine, which ways to set up a listener restart and which let a second instance in.

        Usage: RestartLab [options]

          --only PATTERN     only these rows, as "tcp/none", "*/reuse" or "{tcp,zero}/*"; can be repeated
          --list             name the rows and end
          --json FILE        write the results for programs
          --claims FILE      compare with these claims instead of the documentation's own
          --ports FIRST-LAST take the ports of the servers from this range (20000-31999)
          --help             this text

        A cell is marked with ! where it differs from what the documentation claims.
        Exit status: 0 all as documented, 1 something differs, 2 bad argument.
        """;

    /// <returns>The options, or what is wrong with the arguments.</returns>
    public static (Options? Options, string Problem) Parse(string[] arguments)
    {
        Options options = new();
        List<string> patterns = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name is "--help" or "-h" or "-?")
                options = options with { IsHelp = true };
            else if (name is "--list")
                options = options with { IsList = true };
            else if (name is not ("--only" or "--json" or "--claims" or "--ports"))
                return Wrong($"unknown argument '{name}'");
            else if (++i == arguments.Length || arguments[i].Length == 0)
                return Wrong($"'{name}' needs a value");
            else if (name is "--only")
                patterns.AddRange(Braces.Expand(arguments[i]));
            else if (name is "--json")
                options = options with { JsonFile = arguments[i] };
            else if (name is "--claims")
                options = options with { ClaimsFile = arguments[i] };
            else if (ParseRange(arguments[i]) is { } ports)
                options = options with { Ports = ports };
            else
                return Wrong($"bad range of ports '{arguments[i]}': expected FIRST-LAST, from 1 to {IPEndPoint.MaxPort}");
        }

        return patterns.Find(pattern => !options.Experiments.Any(row => Matches(pattern, row))) is { } stranger
            ? Wrong($"no row is called '{stranger}'; --list names them all")
            : (options with { Experiments = Pick(options.Experiments, patterns) }, "");
    }

    private static IReadOnlyList<IExperiment> Pick(IReadOnlyList<IExperiment> rows, List<string> patterns) =>
        patterns.Count == 0 ? rows : [.. rows.Where(row => patterns.Exists(pattern => Matches(pattern, row)))];

    private static bool Matches(string pattern, IExperiment row) => FileSystemName.MatchesSimpleExpression(pattern, row.Id, ignoreCase: false);

    private static (Options?, string) Wrong(string problem) => (null, problem);

    // NumberStyles.None takes digits only: no sign, no blank, nothing that depends on the culture.
    private static (int First, int Last)? ParseRange(string text) =>
        text.Split('-') is [string first, string last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int to)
        && from >= 1 && from <= to && to <= IPEndPoint.MaxPort
            ? (from, to)
            : null;
}
