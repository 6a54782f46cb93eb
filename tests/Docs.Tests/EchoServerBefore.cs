using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Docs.Tests;

/// <summary>The sample with the defect, as the analyzer sees it and as the first fix leaves it.</summary>
/// <param name="Source">The file with the listener.</param>
/// <param name="Message">What is reported.</param>
/// <param name="Reported">The code under the squiggle.</param>
/// <param name="Title">What the lightbulb offers.</param>
/// <param name="Fixed">The file with the fix applied.</param>
internal sealed record EchoServerBefore(string Source, string Message, string Reported, string Title, string Fixed)
{
    private const string Path = "samples/EchoServer.Before/Listener.cs";

    public static async Task<EchoServerBefore> AnalyzeAsync()
    {
        string source = Repository.Read(Path);
        CSharpCompilation compilation = Compiled.File(source);
        Diagnostic diagnostic = Assert.Single(await Compiled.AnalyzeAsync(compilation, Path), reported => reported.Id == "SOCK001");

        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("EchoServer.Before", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(compilation.References);
        Document document = project.AddDocument("Listener.cs", SourceText.From(source));
        var actions = new List<CodeAction>();
        await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return new EchoServerBefore(
            source,
            diagnostic.GetMessage(null),
            source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length),
            actions[0].Title,
            await ApplyAsync(actions[0], document.Id));
    }

    private static async Task<string> ApplyAsync(CodeAction action, DocumentId document)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ApplyChangesOperation change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(cancellation)));
        return (await change.ChangedSolution.GetDocument(document)!.GetTextAsync(cancellation)).ToString();
    }
}
