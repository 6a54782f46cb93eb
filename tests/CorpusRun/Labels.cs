using System.Text.Json;

namespace SocketSetup.CorpusRun;

internal sealed record Expected(string Id, string Path, int Line);
internal sealed record Label(string Repo, string Path, int Line, int EndLine, IReadOnlyList<Expected> Expected, IReadOnlyList<Expected> Acceptable);
internal sealed record Miss(string Repo, string Path, int Line, string Id, string Text);
internal sealed record Score(string Set, string Id, int True, int False, int Missed, int Unlabelled, List<Miss> FalseOnes, List<Miss> MissedOnes)
{
    public double Precision => True + False == 0 ? double.NaN : (double)True / (True + False);
    public double Recall => True + Missed == 0 ? double.NaN : (double)True / (True + Missed);
}

/// <summary>Hand labels against what the analyzers said.</summary>
internal sealed class Labels
{
    private readonly List<Label> _labels = [];
    private readonly List<(string Repo, string Set, IReadOnlySet<string> Rules, List<Found> Found)> _runs = [];

    public static Labels Read(string file)
    {
        var l = new Labels();
        int n = 0;
        foreach (var raw in File.ReadLines(file))
        {
            n++;
            if (string.IsNullOrWhiteSpace(raw)) continue;
            try
            {
                using var doc = JsonDocument.Parse(raw);
                var e = doc.RootElement;
                int line = e.GetProperty("line").GetInt32();
                string path = e.GetProperty("path").GetString()!.Replace('\\', '/');
                l._labels.Add(new Label(RepoKey(e.GetProperty("repo").GetString()!), path, line,
                    e.TryGetProperty("endLine", out var end) ? end.GetInt32() : line,
                    List(e.GetProperty("expected"), path, line),
                    e.TryGetProperty("acceptable", out var ok) ? List(ok, path, line) : []));
            }
            catch (Exception x) when (x is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new ArgumentException($"{file}:{n}: not a label: {x.Message}");
            }
        }
        return l;
    }

    private static List<Expected> List(JsonElement array, string path, int line)
    {
        var list = new List<Expected>();
        foreach (var x in array.EnumerateArray())
            if (x.ValueKind == JsonValueKind.String) list.Add(new Expected(x.GetString()!, path, line));
            else list.Add(new Expected(x.GetProperty("id").GetString()!,
                x.TryGetProperty("path", out var xp) ? xp.GetString()!.Replace('\\', '/') : path,
                x.TryGetProperty("line", out var xl) ? xl.GetInt32() : line));
        return list;
    }

    public IReadOnlySet<string> Paths(string repo) => _labels.Where(l => l.Repo == repo).Select(l => l.Path).ToHashSet();

    /// <summary>"owner/name" in a label and a folder called "owner+name" are the same repository.</summary>
    private static string RepoKey(string repo) => repo.Replace('/', '+');

    public void Collect(Repo repo, Measurer m)
    {
        foreach (var r in m.Results)
            _runs.Add((RepoKey(repo.Name), r.Name, r.Rows.Values.SelectMany(x => x.Ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(), r.Diagnostics));
    }

    public List<Score> Score(Options o)
    {
        var scores = new List<Score>();
        foreach (var bySet in _runs.GroupBy(r => r.Set))
        {
            var repos = bySet.Select(r => r.Repo).ToHashSet();
            var rules = bySet.SelectMany(r => r.Rules).ToHashSet();
            var labels = _labels.Where(l => repos.Contains(l.Repo)).ToList();
            var files = labels.Select(l => (l.Repo, l.Path)).ToHashSet();
            var hits = bySet.SelectMany(r => r.Found.Select(f => (r.Repo, F: f))).ToList();
            foreach (var id in rules.Where(i => hits.Any(h => h.F.Id == i) || labels.Any(l => l.Expected.Any(e => e.Id == i))).OrderBy(i => i, StringComparer.Ordinal))
            {
                var open = hits.Where(h => h.F.Id == id).ToList();
                var missed = new List<Miss>();
                int tp = 0;
                // Two labels for one line and rule are one expectation.
                foreach (var (repo, path, line) in labels.SelectMany(l => l.Expected.Where(e => e.Id == id).Select(e => (l.Repo, e.Path, e.Line))).Distinct())
                {
                    var best = open.Where(h => h.Repo == repo && h.F.Path == path && Math.Abs(h.F.Line - line) <= o.LabelTolerance)
                        .OrderBy(h => Math.Abs(h.F.Line - line)).FirstOrDefault();
                    if (best.F is null) missed.Add(new Miss(repo, path, line, id, "expected, not reported"));
                    else { tp++; open.Remove(best); }
                }
                // Acceptable: neither asked for nor wrong.
                open.RemoveAll(h => labels.Any(l => l.Repo == h.Repo && l.Acceptable.Any(a => a.Id == id && a.Path == h.F.Path && Math.Abs(h.F.Line - a.Line) <= o.LabelTolerance)));
                bool Counted((string Repo, Found F) h) => o.LabelScope switch
                {
                    "all" => true,
                    "line" => labels.Any(l => l.Repo == h.Repo && l.Path == h.F.Path && h.F.Line >= l.Line - o.LabelTolerance && h.F.Line <= l.EndLine + o.LabelTolerance),
                    _ => files.Contains((h.Repo, h.F.Path)),
                };
                var wrong = open.Where(Counted).Select(h => new Miss(h.Repo, h.F.Path, h.F.Line, id, h.F.Message)).ToList();
                scores.Add(new Score(bySet.Key, id, tp, wrong.Count, missed.Count, open.Count - wrong.Count, wrong, missed));
            }
        }
        return scores;
    }
}
