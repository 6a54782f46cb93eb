using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Analyzers;
using SocketSetup.Benchmarks.Generated;
using SocketSetup.Benchmarks.Running;

namespace SocketSetup.Benchmarks;

/// <summary>How the time inside the analyzer grows with its input, beside the compiler's: the power 1 is linear, 0 not at all.</summary>
internal static class Growth
{
    /// <summary>No size is measured again after so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly Arguments Defaults = new(Rounds: 5, Lines: 0, Only: "", Divide: 1, WarmUp: 1);

    private static readonly (string Name, int[] Sizes, Func<int, IEnumerable<string>> Files)[] Inputs =
    [
        ("files with a listener each", [125, 250, 500, 1_000], ListenerCode.Files),
        ("listeners in one file", [125, 250, 500, 1_000], count => [ListenerCode.File(count)]),
        ("sockets in one body", [62, 125, 250, 500], count => [HostileCode.Sockets(count)]),
        ("option sets in one body", [125, 250, 500, 1_000], count => [HostileCode.OptionSets(count)]),
        ("branches in one body", [250, 500, 1_000, 2_000], count => [HostileCode.Branches(count)]),
        ("terms of a sum", [1_250, 2_500, 5_000, 10_000], count => [HostileCode.Sum(count)]),
        ("terms of a text", [1_250, 2_500, 5_000, 10_000], count => [HostileCode.Text(count)]),
        ("chained calls", [250, 500, 1_000, 2_000], count => [HostileCode.Calls(count)]),
        ("nested lambdas", [10, 20, 40, 80], count => [HostileCode.Lambdas(count)]),
        ("functions that run each other", [5, 10, 20, 40], count => [HostileCode.FunctionsThatRunEachOther(count)]),
        ("functions that run their neighbours", [25, 50, 100, 200], count => [HostileCode.FunctionsThatRunTheirNeighbours(count)]),
        ("binds and late sets of one socket", [12, 25, 50, 100], count => [HostileCode.LateSets(count)]),
        ("values of an end point", [15, 30, 60, 120], count => [HostileCode.EndPoints(count)]),
        ("methods that use one socket", [15, 30, 60, 120], count => [HostileCode.MethodsOfOneSocket(count)]),
        ("methods that bind one socket", [15, 30, 60, 120], count => [HostileCode.BindsOfOneSocket(count)]),
        ("lines of a program with one listener", [10_000, 30_000, 100_000, 300_000], lines => [ListenerCode.File(1), .. PlainCode.Files(lines)]),
    ];

    public static void Run(Arguments arguments, TextWriter output)
    {
        var table = new Table(output, "Input", "Sizes", "Compile, ms", "In callbacks, ms", "Power of the size", "Allocation of the last, compile = 1");
        foreach ((string name, int[] all, Func<int, IEnumerable<string>> files) in Inputs.Where(input => input.Name.StartsWith(arguments.Only, StringComparison.Ordinal)))
        {
            int[] sizes = [.. all.Select(size => Math.Max(1, size / arguments.Divide))];
            var analysis = new Analysis(new SocketSetupAnalyzer());
            if (arguments.WarmUp > 0)
                Measure(analysis, Sources.Compile(files(sizes[0])), arguments.WarmUp);
            (Cost Compile, Cost With, double Callbacks)[] measured = [.. sizes.Select(size => Measure(analysis, Sources.Compile(files(size)), arguments.Rounds))];
            table.Add(
                name,
                string.Join(" · ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture))),
                string.Join(" · ", measured.Select(cost => Table.Number(cost.Compile.Milliseconds))),
                string.Join(" · ", measured.Select(cost => Table.Number(cost.Callbacks))),
                Table.Number(Math.Log(measured[^1].Callbacks / measured[0].Callbacks) / Math.Log((double)sizes[^1] / sizes[0])),
                Table.Number(measured[^1].With.Megabytes / measured[^1].Compile.Megabytes));
        }
    }

    private static (Cost Compile, Cost With, double Callbacks) Measure(Analysis analysis, CSharpCompilation compilation, int rounds)
    {
        List<Cost> compile = [], with = [];
        List<double> callbacks = [];
        long start = Stopwatch.GetTimestamp();
        while (compile.Count < rounds && (compile.Count == 0 || Stopwatch.GetElapsedTime(start) < Patience))
        {
            CSharpCompilation alone = compilation.Clone(), analysed = compilation.Clone();
            compile.Add(Cost.Of(() => alone.GetDiagnostics()));
            with.Add(Cost.Of(() => analysis.Run(analysed)));
            callbacks.Add(analysis.InCallbacks);
        }
        return (Median.Of(compile), Median.Of(with), Median.Of(callbacks));
    }
}
