using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Tests;
using SocketSetup.Analyzers.Tests.Cases;
using SocketSetup.Analyzers.Tests.Fixes;
using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Running;

/// <summary>
/// Analyses a text with every rule on, applies every fix that is offered, and tells what should not have happened: an exception,
/// an analysis without an end, code that compiled and does not compile any more.
/// </summary>
internal sealed class Examination
{
    private const int DiagnosticsFixed = 5;

    private static readonly string[] Used =
    [
        "Microsoft.Win32.Primitives", "System.Runtime", "System.Runtime.InteropServices", "System.Runtime.Extensions", "System.Collections", "System.Collections.Concurrent", "System.Console", "System.Linq", "System.Memory", "System.Net.Http", "System.Net.NetworkInformation",
        "System.Net.NameResolution", "System.Net.Primitives", "System.Net.Security", "System.Net.Sockets", "System.Threading", "System.Threading.Thread", "System.Threading.ThreadPool", "System.ComponentModel.Primitives", "System.Diagnostics.Process", "System.Text.Json",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Of the framework what the sources use: each compilation unites the namespaces of all of its references.</summary>
    private static readonly MetadataReference[] References = [.. Net80.References.Where(reference => Used.Contains(Path.GetFileNameWithoutExtension(reference.FilePath))), ThirdParty.Reference];

    private readonly ImmutableArray<DiagnosticAnalyzer> analyzers;
    private readonly CodeFixProvider fixer;
    private readonly Document library;
    private readonly Document program;

    public Examination(ImmutableArray<DiagnosticAnalyzer> analyzers, CodeFixProvider fixer)
    {
        this.analyzers = analyzers;
        this.fixer = fixer;
        var workspace = new AdhocWorkspace();
        library = Add(workspace, OutputKind.DynamicallyLinkedLibrary);
        program = Add(workspace, OutputKind.ConsoleApplication);
    }

    public IReadOnlyList<string> Problems(Mutant mutant, Statistics statistics)
    {
        using var end = new CancellationTokenSource(Patience);
        var problems = new List<string>();
        try
        {
            Examine(mutant, statistics, problems, end.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            problems.Add("does not end");
        }
        return problems;
    }

    private async Task Examine(Mutant mutant, Statistics statistics, List<string> problems, CancellationToken cancellation)
    {
        Document document = (mutant.Source.IsProgram ? program : library).WithText(SourceText.From(mutant.Text));
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellation))!;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new SettingsOfTheBuild()),
            onAnalyzerException: (exception, _, _) => problems.Add($"the analyzer throws {exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellation);
        bool? compiles = null;
        var seen = new HashSet<string>();
        foreach (Diagnostic diagnostic in found)
        {
            statistics.AddDiagnostic();
            if (diagnostic.Location.SourceTree != tree)
                problems.Add($"{diagnostic.Id} lies in another file");
            else if (seen.Count < DiagnosticsFixed * 3)
                await Fix(diagnostic);
        }

        async Task Fix(Diagnostic diagnostic)
        {
            var actions = new List<CodeAction>();
            try
            {
                await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
                foreach (CodeAction action in actions)
                    await Apply(diagnostic, action);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                problems.Add($"the fix of {diagnostic} throws {exception}");
            }
        }

        async Task Apply(Diagnostic diagnostic, CodeAction action)
        {
            Solution changed = (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
            Document result = changed.GetDocument(document.Id)!;
            string text = (await result.GetTextAsync(cancellation)).ToString();
            if (!seen.Add(text))
                return;
            statistics.AddFix(compiles ??= Errors(compilation, cancellation).Count == 0);
            if (compiles is true && Errors((await result.Project.GetCompilationAsync(cancellation))!, cancellation) is { Count: > 0 } errors)
                problems.Add($"after \"{action.Title}\" for {diagnostic} it does not compile: {errors[0]}\n{text}\nwhich was");
        }
    }

    private static List<Diagnostic> Errors(Compilation compilation, CancellationToken cancellation) =>
        [.. compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>An empty file in a project that has been compiled once: what is made of it shares the references' symbols.</summary>
    private static Document Add(AdhocWorkspace workspace, OutputKind output)
    {
        CSharpCompilationOptions options = new CSharpCompilationOptions(output, allowUnsafe: true).WithSpecificDiagnosticOptions([new("SOCK008", ReportDiagnostic.Warn)]);
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, $"{output}", $"{output}", LanguageNames.CSharp, compilationOptions: options, parseOptions: Source.Parse, metadataReferences: References));
        project = project.AddDocument("Usings.cs", Source.ImplicitUsings).Project;
        Document document = project.AddDocument("File.cs", "", filePath: "/File.cs");
        document.Project.GetCompilationAsync().GetAwaiter().GetResult()!.GetDiagnostics();
        return document;
    }
}
