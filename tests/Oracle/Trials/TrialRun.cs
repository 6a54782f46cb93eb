using System.Globalization;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Running;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Trials;

/// <summary>Runs the oracle on an analyzer that is broken on purpose, once for each way to break it: it has to notice.</summary>
internal static class TrialRun
{
    /// <summary>As many as show each defect several times.</summary>
    public static readonly Arguments Default = Arguments.Default with { Count = 2_000, Seed = 20_262, Shrink = 2 };

    /// <summary>Prints each trial with the smallest program that shows it.</summary>
    /// <returns>Did every trial show, and nothing without one?</returns>
    public static bool Run(Arguments arguments)
    {
        bool isSound = !Shows("nothing is broken", AnalyzerSource.Read(), arguments);
        var unnoticed = new List<string>();
        foreach (Trial trial in TrialList.All)
        {
            if (!Shows(trial.Name, AnalyzerSource.Read(trial), arguments))
                unnoticed.Add(trial.Name);
        }
        Console.WriteLine(isSound ? "The analyzer as it is agrees with every program." : "The analyzer as it is disagrees with a program, so the trials show nothing.");
        Console.WriteLine(unnoticed.Count == 0 ? $"All {TrialList.All.Count} trials were noticed." : $"Not noticed: {string.Join("; ", unnoticed)}.");
        return isSound && unnoticed.Count == 0;
    }

    private static bool Shows(string name, Dictionary<string, string> files, Arguments arguments)
    {
        using var build = new AnalyzerBuild(files);
        var run = new OracleRun(arguments, build.Create);
        run.Run();
        // What throws an exception has not been judged wrongly; and a small program needs less shrinking.
        List<Finding> wrong = run.Failures.Where(finding => finding.Verdict.Outcome == Outcome.Disagreement).OrderBy(finding => Nodes.Of(finding.Program).Count()).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {name}: {wrong.Count} of {run.Statistics.Accepted} programs disagree"));
        Finding? smallest = wrong.Take(arguments.Shrink).Select(run.Shrink).MinBy(finding => finding.ToString().Length);
        if (smallest is not null)
            Console.WriteLine($"\n```text\n{smallest.ToString().TrimEnd()}\n```\n");
        return wrong.Count > 0;
    }
}
