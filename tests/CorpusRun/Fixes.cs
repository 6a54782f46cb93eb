using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.CorpusRun;

internal sealed record FixResult(string Id, string Kind, string Title, string Path, int Line)
{
    public int NewErrors { get; set; }
    public string? FirstNewError { get; set; }
    public bool Gone { get; set; }
    public bool Idempotent { get; set; }
    public int LinesAdded { get; set; }
    public int LinesLost { get; set; }
    public string? Error { get; set; }
    public bool Ok => Error is null && NewErrors == 0 && Gone && Idempotent && LinesLost == 0;
}

/// <summary>Applies code fixes for real and checks what they did.</summary>
internal static class Fixes
{
    public static async Task<List<FixResult>> RunAsync(Repo repo, AnalyzerSet set, Measurer m, Options o)
    {
        var results = new List<FixResult>();
        if (set.Fixers.IsEmpty) return results;
        var byId = set.Fixers.SelectMany(f => Ids(f).Select(id => (id, f))).ToLookup(x => x.id, x => x.f);
        foreach (var unit in repo.Units)
        {
            var compilation = Measurer.Configure(unit.Compilation, set);
            var analysis = await m.Analyze(compilation, set, null).GetAnalysisResultAsync(default);
            var fixable = analysis.GetAllDiagnostics().Where(d => d.Location.IsInSource && byId[d.Id].Any()).ToList();
            if (fixable.Count == 0) continue;

            using var workspace = new AdhocWorkspace();
            var (project, docs) = Load(workspace, unit, compilation);
            var checker = new Checker(project, docs, set, m, repo);
            foreach (var group in fixable.GroupBy(d => d.Id))
            {
                var equivalenceKeys = new Dictionary<(CodeFixProvider, string), (CodeAction Action, Diagnostic Diagnostic)>();
                foreach (var d in group.OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).Take(o.FixMax))
                    foreach (var fixer in byId[d.Id])
                        foreach (var action in await Actions(fixer, d, project, docs))
                        {
                            equivalenceKeys.TryAdd((fixer, action.EquivalenceKey ?? action.Title), (action, d));
                            results.Add(await checker.Single(d, action));
                        }
                foreach (var ((fixer, key), (action, d)) in equivalenceKeys)
                    results.Add(await checker.All(fixer, key, action, d, group.ToImmutableArray()));
            }
        }
        return results;
    }

    private static ImmutableArray<string> Ids(CodeFixProvider f)
    {
        try { return f.FixableDiagnosticIds; } catch (Exception) { return []; }
    }

    private static (Project, Dictionary<string, DocumentId>) Load(AdhocWorkspace workspace, Unit unit, CSharpCompilation compilation)
    {
        var id = ProjectId.CreateNewId();
        var docs = new Dictionary<string, DocumentId>();
        var infos = compilation.SyntaxTrees.Select(t =>
        {
            var did = DocumentId.CreateNewId(id);
            docs[t.FilePath] = did;
            return DocumentInfo.Create(did, Path.GetFileName(t.FilePath), loader: TextLoader.From(TextAndVersion.Create(t.GetText(), VersionStamp.Create())), filePath: t.FilePath);
        }).ToList();
        var solution = workspace.AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create()))
            .AddProject(ProjectInfo.Create(id, VersionStamp.Create(), unit.Name, compilation.AssemblyName!, LanguageNames.CSharp,
                compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees.First().Options, documents: infos,
                metadataReferences: compilation.References.Select(Portable)));
        return (solution.GetProject(id)!, docs);
    }

    // A workspace takes no CompilationReference without a project behind it: give it the emitted metadata where that works.
    private static MetadataReference Portable(MetadataReference r)
    {
        if (r is not CompilationReference c) return r;
        using var stream = new MemoryStream();
        var emitted = c.Compilation.Emit(stream, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, tolerateErrors: true));
        return emitted.Success ? MetadataReference.CreateFromImage(stream.ToArray()) : MetadataReference.CreateFromImage(File.ReadAllBytes(typeof(Fixes).Assembly.Location));
    }

    private static async Task<List<CodeAction>> Actions(CodeFixProvider fixer, Diagnostic d, Project project, Dictionary<string, DocumentId> docs)
    {
        var actions = new List<CodeAction>();
        if (!docs.TryGetValue(d.Location.SourceTree!.FilePath, out var id)) return actions;
        var document = project.GetDocument(id)!;
        var tree = await document.GetSyntaxTreeAsync();
        var moved = Move(d, tree!);
        try { await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (a, _) => actions.Add(a), default)); }
        catch (Exception e) { Console.Error.WriteLine($"# {fixer.GetType().Name} threw on {d.Id}: {e.Message}"); }
        return actions.SelectMany(a => a.NestedActions.IsDefaultOrEmpty ? [a] : a.NestedActions.AsEnumerable()).ToList();
    }

    /// <summary>The same diagnostic on the workspace's own tree of the same text.</summary>
    private static Diagnostic Move(Diagnostic d, SyntaxTree tree) => Diagnostic.Create(d.Descriptor, Location.Create(tree, d.Location.SourceSpan), d.Severity,
        d.AdditionalLocations.Where(l => l.SourceTree?.FilePath == tree.FilePath).Select(l => Location.Create(tree, l.SourceSpan)), d.Properties);

    private sealed class Checker(Project project, Dictionary<string, DocumentId> docs, AnalyzerSet set, Measurer m, Repo repo)
    {
        private readonly Dictionary<DocumentId, List<string>> _errorsBefore = [];

        public async Task<FixResult> Single(Diagnostic d, CodeAction action)
        {
            var r = new FixResult(d.Id, "single", action.Title, repo.Relative(d.Location.SourceTree!.FilePath), d.Location.GetLineSpan().StartLinePosition.Line + 1);
            try
            {
                if (await Apply(action) is not { } changed) { r.Error = "the action changes nothing"; return r; }
                var here = docs[d.Location.SourceTree.FilePath];
                await Compare(changed, r);
                int before = (await Report(project, here, d.Id)).Count, after = (await Report(changed, here, d.Id)).Count;
                r.Gone = after < before;
                // Where the fix went in there must be nothing left to fix: the count only fell by what was fixed,
                // and the same fixer proposes nothing at the mapped place.
                var text = await project.GetDocument(here)!.GetTextAsync();
                var newText = await changed.GetDocument(here)!.GetTextAsync();
                int at = MapForward(newText.GetTextChanges(text), d.Location.SourceSpan.Start);
                r.Idempotent = !(await Report(changed, here, d.Id)).Any(x => x.Location.SourceSpan.Start == at);
            }
            catch (Exception e) { r.Error = $"{e.GetType().Name}: {e.Message}"; }
            return r;
        }

        public async Task<FixResult> All(CodeFixProvider fixer, string key, CodeAction first, Diagnostic d, ImmutableArray<Diagnostic> all)
        {
            var r = new FixResult(d.Id, "FixAll", first.Title, $"({all.Length} diagnostics)", 0);
            try
            {
                var provider = fixer.GetFixAllProvider() ?? WellKnownFixAllProviders.BatchFixer;
                var document = project.GetDocument(docs[d.Location.SourceTree!.FilePath])!;
                var moved = new List<(DocumentId, Diagnostic)>();
                foreach (var x in all)
                    if (docs.TryGetValue(x.Location.SourceTree!.FilePath, out var id))
                        moved.Add((id, Move(x, (await project.GetDocument(id)!.GetSyntaxTreeAsync())!)));
                var context = new FixAllContext(document, fixer, FixAllScope.Project, key, [d.Id], new Given(moved), default);
                var action = await provider.GetFixAsync(context);
                if (action is null || await Apply(action) is not { } changed) { r.Error = "FixAll changes nothing"; return r; }
                await Compare(changed, r);
                int before = 0, after = 0;
                foreach (var id in moved.Select(x => x.Item1).Distinct())
                {
                    before += (await Report(project, id, d.Id)).Count;
                    after += (await Report(changed, id, d.Id)).Count;
                }
                r.Gone = after < before;
                r.Idempotent = after == 0;
                if (after > 0) r.FirstNewError ??= $"{after} of {before} left";
            }
            catch (Exception e) { r.Error = $"{e.GetType().Name}: {e.Message}"; }
            return r;
        }

        private async Task<Project?> Apply(CodeAction action)
        {
            var ops = await action.GetOperationsAsync(default);
            var solution = ops.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution;
            var changed = solution?.GetProject(project.Id);
            return changed is null || !changed.GetChanges(project).GetChangedDocuments().Any() ? null : changed;
        }

        /// <summary>New compiler errors and the line diff of every changed document.</summary>
        private async Task Compare(Project changed, FixResult r)
        {
            foreach (var id in changed.GetChanges(project).GetChangedDocuments())
            {
                if (!_errorsBefore.TryGetValue(id, out var before)) _errorsBefore[id] = before = await Errors(project.GetDocument(id)!);
                var left = before.GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
                foreach (var e in await Errors(changed.GetDocument(id)!))
                    if (left.TryGetValue(e, out int n) && n > 0) left[e] = n - 1;
                    else { r.NewErrors++; r.FirstNewError ??= e; }
                var (added, lost) = LineDiff.Count(Lines(await project.GetDocument(id)!.GetTextAsync()), Lines(await changed.GetDocument(id)!.GetTextAsync()));
                r.LinesAdded += added;
                r.LinesLost += lost;
            }
        }

        private static async Task<List<string>> Errors(Document d) =>
            (await d.GetSemanticModelAsync())!.GetDiagnostics().Where(x => x.Severity == DiagnosticSeverity.Error).Select(x => $"{x.Id} {x.GetMessage()}").ToList();

        // With the line end: a fix that turns CRLF into LF has touched the line.
        private static string[] Lines(SourceText t) => t.Lines.Select(l => t.ToString(l.SpanIncludingLineBreak)).ToArray();

        private async Task<List<Diagnostic>> Report(Project p, DocumentId id, string rule)
        {
            var compilation = (await p.GetCompilationAsync())!;
            var tree = (await p.GetDocument(id)!.GetSyntaxTreeAsync())!;
            var only = set with { Analyzers = [.. set.Analyzers.Where(a => AnalyzerSets.Ids(a).Any(x => x.Id == rule))] };
            var with = m.Analyze(compilation, only, null);
            var model = compilation.GetSemanticModel(tree);
            var found = (await with.GetAnalyzerSemanticDiagnosticsAsync(model, null, default)).AddRange(await with.GetAnalyzerSyntaxDiagnosticsAsync(tree, default));
            return found.Where(x => x.Id == rule && !x.IsSuppressed).ToList();
        }

        private static int MapForward(IReadOnlyList<TextChange> changes, int position)
        {
            int delta = 0;
            foreach (var c in changes)
                if (c.Span.End <= position) delta += (c.NewText?.Length ?? 0) - c.Span.Length;
            return position + delta;
        }
    }

    private sealed class Given(List<(DocumentId Id, Diagnostic Diagnostic)> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken ct) => Task.FromResult(all.Select(x => x.Diagnostic));
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken ct) => Task.FromResult(all.Where(x => x.Id == document.Id).Select(x => x.Diagnostic));
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken ct) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}

internal static class LineDiff
{
    /// <summary>Lines only in the new text, and lines of the old text that are not in the new one (0: the fix only inserted).</summary>
    public static (int Added, int Lost) Count(string[] a, string[] b)
    {
        int start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        int ea = a.Length, eb = b.Length;
        while (ea > start && eb > start && a[ea - 1] == b[eb - 1]) { ea--; eb--; }
        int n = ea - start, k = eb - start, common = 0;
        if (n > 0 && k > 0)
        {
            // Longest common subsequence of the middle; FixAll over a big file can be large: two rows only.
            var prev = new int[k + 1];
            var cur = new int[k + 1];
            for (int i = 1; i <= n; i++)
            {
                for (int j = 1; j <= k; j++)
                    cur[j] = a[start + i - 1] == b[start + j - 1] ? prev[j - 1] + 1 : Math.Max(prev[j], cur[j - 1]);
                (prev, cur) = (cur, prev);
            }
            common = prev[k];
        }
        return (k - common, n - common);
    }
}
