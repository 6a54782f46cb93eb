using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Pictures;

/// <summary>What is reported, and what the lightbulb offers there, in its order.</summary>
internal sealed record Finding(string Rule, string Message, TextSpan Span, IReadOnlyList<Offer> Offers);

/// <summary>An entry of the lightbulb, and the code once it was taken.</summary>
internal sealed record Offer(string Title, CodeText Fixed);

/// <summary>A text of C#, and what an editor would colour in it.</summary>
internal sealed record CodeText(SourceText Text, IReadOnlyList<ClassifiedSpan> Colours);

/// <summary>A file as the analyzer and its fixes see it.</summary>
internal sealed record AnalyzedCode(string Name, CodeText Code, IReadOnlyList<Finding> Findings)
{
    public const string EchoServer = "samples/EchoServer.Before/Listener.cs";

    public const string GettingStarted = "docs/getting-started.md";

    /// <summary>The sample that keeps the defect on purpose.</summary>
    public static async Task<AnalyzedCode> EchoServerAsync(string root, CancellationToken cancellation) =>
        await AnalyzeAsync(EchoServer, await ReadAsync(root, EchoServer, cancellation), cancellation);

    /// <summary>The program that the first guide has its reader write.</summary>
    public static async Task<AnalyzedCode> GettingStartedAsync(string root, CancellationToken cancellation)
    {
        string page = await ReadAsync(root, GettingStarted, cancellation);
        string block = page.Split("```csharp\n")[1].Split("```")[0];
        return await AnalyzeAsync("Echo/Program.cs", block.Replace(" // SOCK001", "", StringComparison.Ordinal), cancellation);
    }

    public Finding Of(string rule) => Findings.Single(finding => finding.Rule == rule);

    private static async Task<string> ReadAsync(string root, string file, CancellationToken cancellation) =>
        (await File.ReadAllTextAsync(Path.Combine(root, file), cancellation)).ReplaceLineEndings("\n");

    private static async Task<AnalyzedCode> AnalyzeAsync(string name, string source, CancellationToken cancellation)
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("Pictured", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(IsProgram(source) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences(Basic.Reference.Assemblies.Net80.References.All)
            .AddDocument(Path.GetFileName(name), SourceText.From(source));
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new AnalyzerOptions([], new ModernFramework()))
            .GetAnalyzerDiagnosticsAsync(cancellation);

        var findings = new List<Finding>();
        foreach (Diagnostic diagnostic in reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            findings.Add(new(diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.Location.SourceSpan, await OfferAsync(document, diagnostic, cancellation)));
        return new AnalyzedCode(name, await ColourAsync(document, cancellation), findings);
    }

    private static bool IsProgram(string source) => SyntaxFactory.ParseCompilationUnit(source).Members.Any(member => member is GlobalStatementSyntax);

    private static async Task<IReadOnlyList<Offer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
        var offers = new List<Offer>();
        foreach (CodeAction action in actions)
        {
            ApplyChangesOperation change = (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single();
            offers.Add(new(action.Title, await ColourAsync(change.ChangedSolution.GetDocument(document.Id)!, cancellation)));
        }
        return offers;
    }

    private static async Task<CodeText> ColourAsync(Document document, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation);
        IEnumerable<ClassifiedSpan> spans = await Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, text.Length), cancellation);
        // What is only added to another, that a member is static say, has no colour.
        return new(text, [.. spans.Where(span => !ClassificationTypeNames.AdditiveTypeNames.Contains(span.ClassificationType))]);
    }
}
