using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace SocketSetup.CorpusRun;

/// <summary>Sums of the same set over several repositories, round by round.</summary>
internal sealed class Totals
{
    public double Kloc;
    public int Files;
    public readonly List<List<Cost>> Compile = [];
    public readonly Dictionary<string, (List<List<Cost>> Rounds, double Exec, int Diags, int Exceptions)> Sets = [];

    public void Add(Repo repo, Measurer m)
    {
        Kloc += repo.Kloc;
        Files += repo.Files;
        Compile.Add(m.Compile.Rounds);
        foreach (var r in m.Results)
        {
            var t = Sets.TryGetValue(r.Name, out var old) ? old : ([], 0, 0, 0);
            t.Rounds.Add(r.Rounds);
            Sets[r.Name] = (t.Rounds, t.Exec + r.ExecMs, t.Diags + r.Diagnostics.Count, t.Exceptions + r.Exceptions.Count);
        }
    }
}

internal sealed class Output(Options o) : IDisposable
{
    private readonly StreamWriter? _jsonl = o.Out is null ? null : new StreamWriter(o.Out);
    private readonly List<(string Repo, string Set, Found F)> _sarif = [];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly CultureInfo Inv = CultureInfo.InvariantCulture;

    public void Report(Repo repo, Measurer m)
    {
        Console.WriteLine();
        Console.WriteLine($"== {repo.Name}: {repo.Files} files, {repo.Kloc.ToString("F1", Inv)} KLOC, {repo.Units.Count} compilation(s), parse {F(repo.ParseMs)} ms, compiler errors tolerated {m.CompilerErrors}, {(o.Concurrent ? "concurrent" : "serial")}, {o.Repeat} round(s) after {o.Warmup} warm-up");
        Console.WriteLine($"   (compile) = the compiler's own GetDiagnostics; CPU and wall are medians; +CPU and CPU x are medians of per-round differences and ratios with it;");
        Console.WriteLine($"   best x = least CPU of all rounds over the compiler's least (steadier on a busy machine); alloc x hardly varies from run to run");
        Table(m.Compile.Rounds, m.Results.Select(r => (r.Name, r.Rounds, r.ExecMs, r.Diagnostics.Count, r.Exceptions.Count, r.Analyzers, r.Graphs)), repo.Kloc);
        Write(new { type = "repo", repo = repo.Name, files = repo.Files, kloc = repo.Kloc, compilations = repo.Units.Count, parseMs = repo.ParseMs, errors = m.CompilerErrors, concurrent = o.Concurrent, compile = m.Compile.Rounds });

        var rows = m.Results.SelectMany(r => r.Rows.Values.Select(x => (Set: r.Name, Row: x))).OrderByDescending(x => x.Row.MedianMs).ToList();
        double compile = Stats.Median(m.Compile.Rounds.Select(c => c.WallMs));
        Console.WriteLine($"   slowest analyzers (exec ms = the driver's telemetry, own callbacks only), {Math.Min(o.Top, rows.Count)} of {rows.Count}:");
        Console.WriteLine($"   {"set",-14} {"analyzer",-58} {"exec ms",9} {"ms/KLOC",8} {"/compile",8} {"diags",7} {"exc",4}  rules; actions");
        foreach (var (set, r) in rows.Take(o.Top))
            Console.WriteLine($"   {Cut(set, 14),-14} {Cut(Short(r.Analyzer), 58),-58} {F(r.MedianMs),9} {R(r.MedianMs / repo.Kloc),8} {R(r.MedianMs / compile),8} {r.Diagnostics,7} {r.Exceptions,4}  {Cut(r.Ids, 40)}; {r.Actions}");

        foreach (var r in m.Results)
        {
            Write(new { type = "set", repo = repo.Name, set = r.Name, analyzers = r.Analyzers, skipped = r.Skipped, rounds = r.Rounds, execMs = r.ExecMs, diagnostics = r.Diagnostics.Count, exceptions = r.Exceptions.Count, graphs = r.Graphs });
            foreach (var x in r.Rows.Values)
                Write(new { type = "analyzer", repo = repo.Name, set = r.Name, analyzer = x.Analyzer, ids = x.Ids, execMs = x.MedianMs, all = x.ExecMs, diagnostics = x.Diagnostics, exceptions = x.Exceptions, actions = x.Actions });
            Said(repo, r);
        }
    }

    /// <returns>Whether every set said the same in all rounds, and threw in none.</returns>
    public bool Compare(Repo repo, Measurer m)
    {
        if (o.Identical)
            Console.WriteLine($"== {repo.Name}: {repo.Files} files, {repo.Kloc.ToString("F1", Inv)} KLOC, {o.Repeat} round(s), every second one concurrent");
        foreach (var r in m.Results)
        {
            foreach (var d in r.Different) Console.WriteLine($"   DIFFERS in {r.Name}: {Cut(d, 300)}");
            if (!o.Identical) continue;
            Console.WriteLine($"   {Cut(r.Name, 22),-22} {r.Diagnostics.Count} diagnostics, {r.Exceptions.Count} exceptions, {(r.Different.Count == 0 ? "the same in each round" : $"not the same in {r.Different.Count} rounds")}");
            Said(repo, r);
        }
        return m.Results.All(r => r.Different.Count == 0 && !(o.Identical && r.Exceptions.Count > 0));
    }

    /// <summary>What the set said in the first round, and threw in all of them.</summary>
    private void Said(Repo repo, SetResult r)
    {
        foreach (var d in r.Diagnostics)
        {
            Write(new { type = "diagnostic", repo = repo.Name, set = r.Name, id = d.Id, path = d.Path, line = d.Line, column = d.Column, severity = d.Severity.ToString(), message = d.Message });
            _sarif.Add((repo.Name, r.Name, d));
        }
        foreach (var g in r.Exceptions.GroupBy(e => e).OrderByDescending(g => g.Count()))
        {
            Console.WriteLine($"   AD0001 in {r.Name}: {g.Key.Analyzer} x{g.Count()}: {Cut(g.Key.Message, 140)}");
            Write(new { type = "exception", repo = repo.Name, set = r.Name, analyzer = g.Key.Analyzer, message = g.Key.Message, count = g.Count() });
        }
    }

    public static void Totals(Totals t)
    {
        Console.WriteLine();
        Console.WriteLine($"== all repositories: {t.Files} files, {t.Kloc.ToString("F1", Inv)} KLOC");
        Table(Sum(t.Compile), t.Sets.Select(s => (s.Key, Sum(s.Value.Rounds), s.Value.Exec, s.Value.Diags, s.Value.Exceptions, 0, 0L)), t.Kloc);

        static List<Cost> Sum(List<List<Cost>> repos) =>
            Enumerable.Range(0, repos.Min(r => r.Count)).Select(i => repos.Aggregate(Cost.Zero, (a, r) => a + r[i])).ToList();
    }

    private static void Table(List<Cost> compile, IEnumerable<(string Name, List<Cost> Rounds, double Exec, int Diags, int Exc, int Analyzers, long Graphs)> sets, double kloc)
    {
        Console.WriteLine($"   {"set",-22} {"anlz",4} {"CPU ms",9} {"wall ms",9} {"alloc MB",9} {"+CPU ms",9} {"+ms/KLOC",9} {"CPU x",6} {"best x",6} {"min..max",11} {"alloc x",7} {"exec ms",9} {"exec/comp",9} {"diags",7} {"exc",4} {"CFGs",7}");
        double cpu = Stats.Median(compile.Select(c => c.CpuMs)), wall = Stats.Median(compile.Select(c => c.WallMs)), mb = Stats.Median(compile.Select(c => c.AllocMb));
        Console.WriteLine($"   {"(compile)",-22} {"",4} {F(cpu),9} {F(wall),9} {M(mb),9} {"",9} {R(cpu / kloc) + "*",9} {"1",6}");
        foreach (var s in sets)
        {
            var x = s.Rounds.Zip(compile, (a, b) => a.CpuMs / b.CpuMs).ToArray();
            double plus = Stats.Median(s.Rounds.Zip(compile, (a, b) => a.CpuMs - b.CpuMs));
            double alloc = Stats.Median(s.Rounds.Zip(compile, (a, b) => a.AllocMb / b.AllocMb));
            Console.WriteLine($"   {Cut(s.Name, 22),-22} {s.Analyzers,4} {F(Stats.Median(s.Rounds.Select(c => c.CpuMs))),9} {F(Stats.Median(s.Rounds.Select(c => c.WallMs))),9} {M(Stats.Median(s.Rounds.Select(c => c.AllocMb))),9} "
                + $"{F(plus),9} {R(plus / kloc),9} {R(Stats.Median(x)),6} {R(s.Rounds.Min(c => c.CpuMs) / compile.Min(c => c.CpuMs)),6} {R(x.Min()) + ".." + R(x.Max()),11} {R(alloc),7} {F(s.Exec),9} {R(s.Exec / wall),9} {s.Diags,7} {s.Exc,4} {(s.Graphs > 0 ? s.Graphs : ""),7}");
        }
    }

    public void Scores(List<Score> scores)
    {
        Console.WriteLine();
        Console.WriteLine($"== labels ({o.Labels}, scope {o.LabelScope}, tolerance {o.LabelTolerance})");
        Console.WriteLine($"   {"set",-22} {"rule",-10} {"TP",5} {"FP",5} {"miss",5} {"other",6} {"precision",9} {"recall",7}");
        foreach (var s in scores)
        {
            Console.WriteLine($"   {Cut(s.Set, 22),-22} {s.Id,-10} {s.True,5} {s.False,5} {s.Missed,5} {s.Unlabelled,6} {P(s.Precision),9} {P(s.Recall),7}");
            Write(new { type = "score", set = s.Set, id = s.Id, tp = s.True, fp = s.False, missed = s.Missed, unlabelled = s.Unlabelled, precision = N(s.Precision), recall = N(s.Recall), falseOnes = s.FalseOnes, missedOnes = s.MissedOnes });
        }
        foreach (var g in scores.GroupBy(s => s.Set).Where(g => g.Count() > 1))
        {
            int tp = g.Sum(s => s.True), fp = g.Sum(s => s.False), miss = g.Sum(s => s.Missed);
            Console.WriteLine($"   {Cut(g.Key, 22),-22} {"(all)",-10} {tp,5} {fp,5} {miss,5} {g.Sum(s => s.Unlabelled),6} {P(tp + fp == 0 ? double.NaN : (double)tp / (tp + fp)),9} {P(tp + miss == 0 ? double.NaN : (double)tp / (tp + miss)),7}");
        }
        foreach (var s in scores)
        {
            foreach (var m in s.FalseOnes) Console.WriteLine($"   FP   {s.Set} {m.Id} {m.Repo}/{m.Path}:{m.Line} {Cut(m.Text, 120)}");
            foreach (var m in s.MissedOnes) Console.WriteLine($"   MISS {s.Set} {m.Id} {m.Repo}/{m.Path}:{m.Line}");
        }

        static double? N(double d) => double.IsNaN(d) ? null : d;
        static string P(double d) => double.IsNaN(d) ? "-" : d.ToString("P1", Inv);
    }

    public void Fixes(Repo repo, AnalyzerSet set, List<FixResult> results)
    {
        Console.WriteLine();
        Console.WriteLine($"== code fixes of {set.Name} on {repo.Name}");
        foreach (var g in results.GroupBy(r => (r.Id, r.Kind, r.Title)).OrderBy(g => g.Key))
        {
            Console.WriteLine($"   {g.Key.Id,-10} {g.Key.Kind,-7} {Cut(g.Key.Title, 50),-50} tried {g.Count(),4}  ok {g.Count(r => r.Ok),4}  new errors {g.Count(r => r.NewErrors > 0),3}  not gone {g.Count(r => !r.Gone),3}  not idempotent {g.Count(r => !r.Idempotent),3}  touches old lines {g.Count(r => r.LinesLost > 0),3}  threw {g.Count(r => r.Error is not null),3}");
            foreach (var r in g.Where(r => !r.Ok).Take(5))
                Console.WriteLine($"        {r.Path}:{r.Line} errors+{r.NewErrors} gone={r.Gone} idempotent={r.Idempotent} +{r.LinesAdded}/-{r.LinesLost} {Cut(r.Error ?? r.FirstNewError ?? "", 140)}");
        }
        if (results.Count == 0) Console.WriteLine(set.Fixers.IsEmpty ? "   no code fix in the folder of its dlls" : "   no action is offered for what is reported");
        foreach (var r in results)
            Write(new { type = "fix", repo = repo.Name, set = set.Name, r.Id, r.Kind, r.Title, r.Path, r.Line, r.Ok, r.NewErrors, r.FirstNewError, r.Gone, r.Idempotent, r.LinesAdded, r.LinesLost, r.Error });
    }

    public void Finish()
    {
        if (o.Sarif is null) return;
        var runs = _sarif.GroupBy(x => x.Set).Select(g => new Dictionary<string, object>
        {
            ["tool"] = new { driver = new { name = g.Key, rules = g.Select(x => x.F.Id).Distinct().Order(StringComparer.Ordinal).Select(id => new { id }) } },
            ["results"] = g.Select(x => new
            {
                ruleId = x.F.Id,
                level = x.F.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" },
                message = new { text = x.F.Message },
                locations = new[] { new { physicalLocation = new { artifactLocation = new { uri = $"{x.Repo}/{x.F.Path}" }, region = new { startLine = Math.Max(1, x.F.Line), startColumn = Math.Max(1, x.F.Column) } } } },
            }),
        });
        var doc = new Dictionary<string, object> { ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json", ["version"] = "2.1.0", ["runs"] = runs };
        File.WriteAllText(o.Sarif, JsonSerializer.Serialize(doc, Indented));
    }

    private void Write(object x) => _jsonl?.WriteLine(JsonSerializer.Serialize(x));
    public void Dispose() => _jsonl?.Dispose();

    private static string F(double d) => d.ToString(Math.Abs(d) < 10 ? "F2" : Math.Abs(d) < 100 ? "F1" : "F0", Inv);
    // Of a hundred megabytes an analyzer may add less than one.
    private static string M(double d) => d.ToString("F2", Inv);
    private static string R(double d) => d.ToString(Math.Abs(d) < 0.1 ? "F4" : Math.Abs(d) < 10 ? "F2" : "F1", Inv);
    private static string Cut(string s, int n) => s.Length <= n ? s : s[..(n - 1)] + "…";
    private static string Short(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];
}
