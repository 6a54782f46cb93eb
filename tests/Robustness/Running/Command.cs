using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Robustness.Grafts;
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
        if (arguments.Grafted is { } grafted)
            return Graft(Source.In(grafted).Where(source => !source.IsGenerated), output, analyzers);
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

    private static int Graft(IEnumerable<Source> sources, TextWriter output, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var run = new GraftRun(analyzers, sources);
        output.WriteLine(run);
        foreach (int number in run.Wrong)
            output.WriteLine($"wrong: {run.Describe(number)}");
        foreach (int number in run.Missed)
            output.WriteLine($"missed: {run.Describe(number)}");
        foreach (string exception in run.Exceptions.Take(FailuresShown))
            output.WriteLine(exception);
        return run.IsClean ? 0 : 1;
    }
}
