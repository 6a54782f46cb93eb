using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Running;

/// <summary>The command line: damages the sources, has each result analysed and fixed, and prints what came of it.</summary>
internal static class Command
{
    private const int FailuresShown = 5;

    /// <summary>0 where everything held, 1 where something did not, 2 where the arguments are not understood.</summary>
    public static int Run(IReadOnlyList<string> words, TextWriter output, ImmutableArray<DiagnosticAnalyzer> analyzers, CodeFixProvider fixer)
    {
        if (Arguments.Parse(words) is not { } arguments)
        {
            output.WriteLine(Arguments.Usage);
            return 2;
        }
        var watch = Stopwatch.StartNew();
        List<Source> sources = [.. Source.OfTheRepository()];
        if (arguments.Folder is { } folder)
            sources.AddRange(Source.In(folder));
        var run = new RobustnessRun(new Examination(analyzers, fixer));
        run.Examine(sources.Where(source => arguments.Systematic == Systematic.All || (arguments.Systematic == Systematic.Files && source.IsFile)).SelectMany(SystematicChanges.Of));
        run.Examine(RandomChanges.Of(sources, arguments.Seed, arguments.First, arguments.Count));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {arguments.Seed}, {sources.Count} sources, {watch.Elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} processors"));
        output.WriteLine(run.Statistics);
        foreach (Failure failure in run.Failures.Take(FailuresShown))
            output.WriteLine(failure);
        return run.Failures.Count == 0 ? 0 : 1;
    }
}
