using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace SocketSetup.CorpusRun;

internal sealed record Cost(double WallMs, double CpuMs, double AllocMb)
{
    public static Cost operator +(Cost a, Cost b) => new(a.WallMs + b.WallMs, a.CpuMs + b.CpuMs, a.AllocMb + b.AllocMb);
    public static readonly Cost Zero = new(0, 0, 0);
}

internal sealed record Found(string Id, string Path, int Line, int Column, string Message, DiagnosticSeverity Severity, Location Location);

internal sealed class AnalyzerRow
{
    public required string Analyzer { get; init; }
    public required string Ids { get; init; }
    public List<double> ExecMs { get; } = [];
    public int Diagnostics { get; set; }
    public int Exceptions { get; set; }
    public string Actions { get; set; } = "";
    public double MedianMs => Stats.Median(ExecMs);
}

internal sealed class SetResult(string name)
{
    public string Name { get; } = name;
    public List<Cost> Rounds { get; } = [];
    public Dictionary<string, AnalyzerRow> Rows { get; } = [];
    public List<Found> Diagnostics { get; set; } = [];
    public List<(string Analyzer, string Message)> Exceptions { get; set; } = [];
    public long Graphs { get; set; }
    public int Analyzers { get; set; }
    public int Skipped { get; set; }
    /// <summary>The rounds that said something else than the first, or the same in another order.</summary>
    public List<string> Different { get; } = [];
    public double ExecMs => Rows.Values.Sum(r => r.MedianMs);
}

internal static class Stats
{
    public static double Median(IEnumerable<double> xs)
    {
        var a = xs.OrderBy(x => x).ToArray();
        return a.Length == 0 ? 0 : a.Length % 2 == 1 ? a[a.Length / 2] : (a[a.Length / 2 - 1] + a[a.Length / 2]) / 2;
    }
}

internal sealed class Measurer(Repo repo, IReadOnlyList<AnalyzerSet> sets, Options o, bool first)
{
    private readonly BuildProperties _properties = new(o);

    public SetResult Compile { get; } = new("(compile)");
    public List<SetResult> Results { get; } = [];
    public int CompilerErrors { get; private set; }

    public void Run()
    {
        foreach (var s in sets) Results.Add(new SetResult(s.Name) { Analyzers = s.Analyzers.Length, Skipped = s.Skipped });
        // Only the first repository has warm-up rounds of every set (the code is compiled by then); the others have one
        // compilation of their own, which loads metadata and materializes the syntax trees.
        int warmup = first && !o.Identical ? o.Warmup : 0;
        if (o.Repeat > 0 && !o.Identical) foreach (var unit in repo.Units) unit.Compilation.Clone().GetDiagnostics();
        for (int round = -warmup; round < o.Repeat; round++)
        {
            bool last = round == o.Repeat - 1;
            int errors = 0;
            Cost cost = Cost.Zero;
            foreach (var unit in o.Identical ? [] : repo.Units)
            {
                var c = unit.Compilation.Clone();
                ImmutableArray<Diagnostic> diags = default;
                cost += Time(() => diags = c.GetDiagnostics());
                if (last) errors += diags.Count(d => d.Severity == DiagnosticSeverity.Error);
            }
            if (round >= 0) Compile.Rounds.Add(cost);
            if (last) CompilerErrors = errors;

            // A different order each round, so that no set always runs after the same neighbour.
            var order = Enumerable.Range(0, sets.Count).Select(i => (i + round + warmup) % sets.Count);
            foreach (int i in order)
            {
                bool concurrent = o.IsConcurrent(round);
                var (c, rows, found, exceptions) = RunSet(sets[i], concurrent, out long graphs);
                if (round < 0) continue;
                var result = Results[i];
                if (round == 0) result.Diagnostics = found;
                else if (Rounds.Difference(result.Diagnostics, found) is { } difference)
                    result.Different.Add($"round {round + 1}{(concurrent ? ", concurrent" : "")}: {difference}");
                result.Rounds.Add(c);
                foreach (var (analyzer, info) in rows)
                {
                    string key = analyzer.GetType().FullName!;
                    if (!result.Rows.TryGetValue(key, out var row))
                        result.Rows[key] = row = new AnalyzerRow { Analyzer = key, Ids = string.Join(' ', AnalyzerSets.Ids(analyzer).Select(d => d.Id).Distinct()) };
                    row.ExecMs.Add(info.Sum(x => x.ExecutionTime.TotalMilliseconds));
                    row.Actions = Actions(info);
                    var ids = AnalyzerSets.Ids(analyzer).Select(d => d.Id).ToHashSet();
                    row.Diagnostics = found.Count(f => ids.Contains(f.Id));
                    row.Exceptions += o.Identical || last ? exceptions.Count(e => e.Analyzer == key) : 0;
                }
                if (o.Identical || last) result.Exceptions.AddRange(exceptions);
                result.Graphs = graphs;
            }
            if (!o.Quiet) Console.Error.WriteLine($"# {repo.Name}: round {round + 1}/{o.Repeat} done at {DateTime.UtcNow:HH:mm:ss}");
        }
    }

    private (Cost, Dictionary<DiagnosticAnalyzer, List<AnalyzerTelemetryInfo>>, List<Found>, List<(string Analyzer, string Message)>) RunSet(AnalyzerSet set, bool concurrent, out long graphs)
    {
        var cost = Cost.Zero;
        var rows = new Dictionary<DiagnosticAnalyzer, List<AnalyzerTelemetryInfo>>();
        var found = new List<Found>();
        var exceptions = new ConcurrentBag<(string, string)>();
        long before = Interlocked.Read(ref BaselineAnalyzer.Graphs);
        foreach (var unit in repo.Units)
        {
            var compilation = Configure(unit.Compilation, set);
            compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(concurrent));
            if (set.Analyzers.IsEmpty) { cost += Time(() => compilation.GetDiagnostics()); continue; }
            AnalysisResult? result = null;
            var spent = Time(() => result = Analyze(compilation, set, exceptions, concurrent).GetAnalysisResultAsync(default).GetAwaiter().GetResult());
            // Where no analyzer has anything to do after its compilation start the driver does not even compile;
            // a build does, so its price is added.
            if (!result!.AnalyzerTelemetryInfo.Values.Any(HasWork)) spent += Time(() => compilation.GetDiagnostics());
            cost += spent;
            foreach (var (a, info) in result!.AnalyzerTelemetryInfo)
            {
                if (!rows.TryGetValue(a, out var list)) rows[a] = list = [];
                list.Add(info);
            }
            found.AddRange(set.Analyzers.SelectMany(a => result.GetAllDiagnostics(a)).Where(d => !d.IsSuppressed && d.Id != "AD0001").Select(ToFound));
        }
        graphs = Interlocked.Read(ref BaselineAnalyzer.Graphs) - before;
        // Within a file as each analyzer said it; which analyzer or file comes first is the driver's affair.
        return (cost, rows, found.OrderBy(f => f.Path, StringComparer.Ordinal).ToList(), exceptions.ToList());
    }

    public static CSharpCompilation Configure(CSharpCompilation c, AnalyzerSet set) =>
        set.Severities.IsEmpty ? c.Clone() : c.WithOptions(c.Options.WithSpecificDiagnosticOptions(set.Severities));

    public CompilationWithAnalyzers Analyze(Compilation c, AnalyzerSet set, ConcurrentBag<(string, string)>? exceptions, bool? concurrent = null) =>
        new(c, set.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], _properties),
            (e, a, _) => exceptions?.Add((a.GetType().FullName!, $"{e.GetType().Name}: {e.Message}".ReplaceLineEndings(" "))),
            concurrentAnalysis: concurrent ?? o.Concurrent, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false));

    private Found ToFound(Diagnostic d)
    {
        var span = d.Location.GetLineSpan();
        return new Found(d.Id, span.Path is { Length: > 0 } p ? repo.Relative(p) : "", span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, d.GetMessage(), d.Severity, d.Location);
    }

    private static Cost Time(Action action)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var sw = Stopwatch.StartNew();
        action();
        sw.Stop();
        return new Cost(sw.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1048576.0);
    }

    private static bool HasWork(AnalyzerTelemetryInfo i) =>
        i.CompilationActionsCount + i.CompilationEndActionsCount + i.SyntaxTreeActionsCount + i.AdditionalFileActionsCount + i.SemanticModelActionsCount
        + i.SymbolActionsCount + i.SymbolStartActionsCount + i.SyntaxNodeActionsCount + i.CodeBlockStartActionsCount + i.CodeBlockActionsCount + i.CodeBlockEndActionsCount
        + i.OperationActionsCount + i.OperationBlockStartActionsCount + i.OperationBlockActionsCount + i.OperationBlockEndActionsCount > 0;

    private static string Actions(List<AnalyzerTelemetryInfo> infos)
    {
        var i = infos[0];
        (string, int)[] all =
        [
            ("compStart", i.CompilationStartActionsCount), ("comp", i.CompilationActionsCount), ("compEnd", i.CompilationEndActionsCount),
            ("tree", i.SyntaxTreeActionsCount), ("model", i.SemanticModelActionsCount), ("symbol", i.SymbolActionsCount),
            ("symStart", i.SymbolStartActionsCount), ("node", i.SyntaxNodeActionsCount), ("codeBlock", i.CodeBlockActionsCount + i.CodeBlockStartActionsCount),
            ("op", i.OperationActionsCount), ("opBlock", i.OperationBlockActionsCount), ("opBlockStart", i.OperationBlockStartActionsCount),
        ];
        return string.Join(' ', all.Where(x => x.Item2 > 0).Select(x => $"{x.Item1}:{x.Item2}"));
    }
}
