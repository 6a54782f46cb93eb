using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Tests;
using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Mutants;

/// <summary>Marked sources, compiled: what a mutant cannot change.</summary>
/// <param name="Compilation">Never analysed itself: each run takes a copy, which shares what was parsed.</param>
/// <param name="Expected">What is to be reported, in the order of its words.</param>
internal sealed record CompiledCase(CSharpCompilation Compilation, IReadOnlyList<string> Expected)
{
    /// <summary>Of the framework what the sources use: each compilation unites the namespaces of all of its references.</summary>
    private static readonly string[] Used =
    [
        "Microsoft.Win32.Primitives", "System.Runtime", "System.Runtime.InteropServices", "System.Runtime.Extensions", "System.Collections", "System.Collections.Concurrent", "System.Console", "System.Linq", "System.Memory", "System.Net.Http", "System.Net.NetworkInformation",
        "System.Net.NameResolution", "System.Net.Primitives", "System.Net.Security", "System.Net.Sockets", "System.Threading", "System.Threading.Thread", "System.Threading.ThreadPool", "System.ComponentModel.Primitives", "System.Diagnostics.Process", "System.Text.Json",
    ];

    private static readonly MetadataReference[] References = [.. Net80.References.Where(reference => Used.Contains(Path.GetFileNameWithoutExtension(reference.FilePath))), ThirdParty.Reference];
    private static readonly CSharpParseOptions Parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
    private static readonly ConcurrentDictionary<string, CompiledCase> Known = new();

    /// <summary>An analysis that takes longer has no end: on a busy machine the longest takes a tenth of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static CompiledCase Of(IReadOnlyList<string> marked, bool isScript = false, bool isUnity = false, bool reportsStarts = false) =>
        Known.GetOrAdd($"{isScript} {isUnity} {reportsStarts} {string.Join("\n----\n", marked)}", _ => Compile(marked, isScript, isUnity, reportsStarts));

    /// <summary>Looks at the sources as a build does.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(AnalyzerConfigOptionsProvider settings, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // A mutant that does not look at its cancellation is left to itself; it ends when it is no longer the active one.
        using var end = new CancellationTokenSource(Patience);
        var exceptions = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], settings), (exception, _, _) => exceptions.Enqueue(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await Task.Run(() => Compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(end.Token)).WaitAsync(Patience + Patience);
        Assert.Empty(exceptions);
        return found;
    }

    public static string Describe(Diagnostic diagnostic) =>
        Describe(diagnostic.Id, diagnostic.Location.SourceTree!.FilePath, TextAt(diagnostic.Location), diagnostic.Location.SourceSpan);

    public static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static string Describe(string id, string file, string text, TextSpan span) => $"{id} {file} {text} at {span.Start}";

    private static CompiledCase Compile(IReadOnlyList<string> marked, bool isScript, bool isUnity, bool reportsStarts)
    {
        var expected = new List<string>();
        var trees = new List<SyntaxTree>();
        foreach (string one in marked)
        {
            string file = $"F{trees.Count}.cs";
            TestFileMarkupParser.GetSpans(one.Replace("[|", "{|SOCK001:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal), out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
            expected.AddRange(spans.SelectMany(id => id.Value.Select(span => Describe(id.Key, file, source.Substring(span.Start, span.Length), span))));
            trees.Add(CSharpSyntaxTree.ParseText(source, isScript ? Parse.WithKind(SourceCodeKind.Script) : Parse, file));
        }
        bool isProgram = !isScript && trees.Any(tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(reportsStarts ? [new("SOCK008", ReportDiagnostic.Warn)] : []);
        return new CompiledCase(CSharpCompilation.Create("Test", trees, isUnity ? [.. References, ThirdParty.Unity] : References, options), [.. expected.Order()]);
    }
}
