using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Files in a project of a workspace, with what the analyzer reports there and what the fixes make of it.</summary>
internal sealed class FixRun : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly SettingsOfTheBuild settings;
    private (Solution Of, IReadOnlyList<Diagnostic> All)? found;

    private FixRun(SettingsOfTheBuild settings) => this.settings = settings;

    public Solution Solution { get; private set; } = null!;

    public ImmutableArray<DocumentId> Documents => [.. Solution.Projects.SelectMany(project => project.DocumentIds)];

    /// <summary>One project for each list of sources.</summary>
    public static FixRun Of(SettingsOfTheBuild settings, params IEnumerable<SourceText>[] projects)
    {
        var run = new FixRun(settings);
        run.Solution = run.workspace.CurrentSolution;
        foreach (IEnumerable<SourceText> sources in projects)
            run.AddProject([.. sources]);
        return run;
    }

    public static FixRun Of(SettingsOfTheBuild settings, string source) => Of(settings, [SourceText.From(source)]);

    /// <summary>The file as it is now.</summary>
    public async Task<string> TextAsync(int document = 0) => (await Solution.GetDocument(Documents[document])!.GetTextAsync(Cancellation)).ToString();

    public async Task<IReadOnlyList<string>> CompilerErrorsAsync() =>
        [.. (await Compilations()).SelectMany(compilation => compilation.GetDiagnostics(Cancellation)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>All findings, in the order of the text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        if (found is { } last && last.Of == Solution)
            return last.All;
        var all = new List<Diagnostic>();
        foreach (Compilation compilation in await Compilations())
            all.AddRange(await compilation.WithAnalyzers([new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new AnalyzerOptions([], settings)).GetAnalyzerDiagnosticsAsync(Cancellation));
        IReadOnlyList<Diagnostic> sorted = [.. all.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
        found = (Solution, sorted);
        return sorted;
    }

    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(DocumentOf(diagnostic), diagnostic, (action, _) => actions.Add(action), Cancellation);
        await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    public async Task ApplyAsync(CodeAction action) =>
        Solution = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(Cancellation))).ChangedSolution;

    /// <summary>False where there was nothing to do.</summary>
    public Task<bool> FixAllAsync(string key, FixAllScope scope = FixAllScope.Document, int document = 0) => FixAllAsync([key.Split('.')[0]], key, scope, document);

    /// <summary>With a key that may belong to none of the rules.</summary>
    public async Task<bool> FixAllAsync(string[] rules, string? key, FixAllScope scope = FixAllScope.Document, int document = 0)
    {
        IReadOnlyList<Diagnostic> all = await DiagnosticsAsync();
        var fixer = new SocketSetupCodeFixProvider();
        var context = new FixAllContext(Solution.GetDocument(Documents[document])!, fixer, scope, key, rules, new Found(this, [.. all.Where(diagnostic => rules.Contains(diagnostic.Id))]), Cancellation);
        if (await fixer.GetFixAllProvider().GetFixAsync(context) is not { } action)
            return false;
        Solution before = Solution;
        await ApplyAsync(action);
        return Solution.GetChanges(before).GetProjectChanges().Any();
    }

    public void Dispose() => workspace.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Document DocumentOf(Diagnostic diagnostic) => Solution.GetDocument(diagnostic.Location.SourceTree) ?? throw new InvalidOperationException("The finding is of another time.");

    private void AddProject(ImmutableArray<SourceText> sources)
    {
        var id = ProjectId.CreateNewId();
        var parse = new CSharpParseOptions(settings.Language);
        bool isProgram = sources.Any(source => CSharpSyntaxTree.ParseText(source, parse).GetRoot(Cancellation).ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        string name = $"Project{Solution.ProjectIds.Count}";
        Solution = Solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: options, parseOptions: parse, metadataReferences: settings.References));
        Solution = Solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\ndotnet_diagnostic.SOCK008.severity = warning\n"), filePath: $"/{name}/.globalconfig");
        foreach (SourceText source in sources)
            Solution = Solution.AddDocument(DocumentId.CreateNewId(id), "File.cs", source, filePath: $"/{name}/File{Documents.Length}.cs");
    }

    private async Task<List<Compilation>> Compilations()
    {
        var compilations = new List<Compilation>();
        foreach (Project project in Solution.Projects)
            compilations.Add((await project.GetCompilationAsync(Cancellation))!);
        return compilations;
    }

    private sealed class Found(FixRun run, ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(all.Where(diagnostic => run.DocumentOf(diagnostic).Project.Id == project.Id));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult(all.Where(diagnostic => run.DocumentOf(diagnostic).Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
