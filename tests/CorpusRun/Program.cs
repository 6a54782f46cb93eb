using SocketSetup.CorpusRun;

if (args is ["--help" or "-h"]) { Console.WriteLine(Options.Usage); return 0; }
Options o;
try { o = Options.Parse(args); }
catch (Exception e) when (e is ArgumentException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var sets = o.Sets.Select(s => AnalyzerSets.Load(s, o)).ToList();
using var output = new Output(o);
var labels = o.Labels is null ? null : Labels.Read(o.Labels);
var totals = new Totals();
bool same = true;
foreach (var folder in o.Folders)
{
    var repo = Sources.Load(folder, o);
    if (o.LabelledOnly) repo = repo.Only(labels!.Paths(repo.Name));
    var m = new Measurer(repo, sets, o, first: folder == o.Folders[0]);
    m.Run();
    if (!o.Identical) output.Report(repo, m);
    same &= output.Compare(repo, m);
    totals.Add(repo, m);
    labels?.Collect(repo, m);
    if (o.Fix)
        foreach (var set in sets)
            output.Fixes(repo, set, await Fixes.RunAsync(repo, set, m, o));
}
if (o.Identical) Console.WriteLine($"== all: {totals.Files} files, {totals.Kloc:F1} KLOC, {totals.Sets.Values.Sum(s => s.Diags)} diagnostics, {totals.Sets.Values.Sum(s => s.Exceptions)} exceptions, {(same ? "the same in each round" : "NOT the same in each round")}");
else if (o.Folders.Count > 1) Output.Totals(totals);
if (labels is not null) output.Scores(labels.Score(o));
output.Finish();
return same ? 0 : 1;
