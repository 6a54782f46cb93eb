using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Samples.Tests.Fixes;

/// <summary>The actions that an editor offers for the listener of <c>EchoServer.Before</c>.</summary>
internal static class Lightbulb
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// One edit for each title that can be reached from the defect, one action after the other. Where several ways lead to
    /// a title, the shortest is taken.
    /// </summary>
    public static async Task<IReadOnlyList<Edit>> FindEditsAsync(string source)
    {
        Dictionary<string, Edit> edits = [];
        HashSet<string> seen = [source];
        Queue<string> open = new(seen);
        while (open.TryDequeue(out string? file))
        {
            foreach (Edit edit in await OfferedAsync(file))
            {
                edits.TryAdd(edit.Title, edit);
                if (seen.Add(edit.After))
                    open.Enqueue(edit.After);
            }
        }

        return [.. edits.Values];
    }

    private static async Task<List<Edit>> OfferedAsync(string file)
    {
        using AdhocWorkspace workspace = new();
        Document document = SampleProgram.CreateProject(workspace, file).Documents.Single(document => document.Name == SampleProgram.Listener);
        Compilation compilation = (await document.Project.GetCompilationAsync(Cancellation))!;
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(Cancellation))!;
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new SocketSetupAnalyzer()], new AnalyzerOptions([], new Framework()))
            .GetAnalyzerDiagnosticsAsync(Cancellation);

        List<Edit> edits = [];
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree))
        {
            List<CodeAction> actions = [];
            await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), Cancellation));
            foreach (CodeAction action in actions)
                edits.Add(new Edit(action.Title, file, await ApplyAsync(action, document.Id)));
        }

        return edits;
    }

    private static async Task<string> ApplyAsync(CodeAction action, DocumentId document)
    {
        ApplyChangesOperation change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(Cancellation)));
        return (await change.ChangedSolution.GetDocument(document)!.GetTextAsync(Cancellation)).ToString();
    }

    /// <summary>What the build of the sample tells the analyzer.</summary>
    private sealed class Framework : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            (value = key == "build_property.TargetFramework" ? "net10.0" : null) is not null;
    }
}
