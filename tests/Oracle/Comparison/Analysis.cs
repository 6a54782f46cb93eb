using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Oracle.Printing;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>Runs the analyzer over one compilation of many programs.</summary>
internal static class Analysis
{
    private static readonly CompilationWithAnalyzersOptions Options = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);

    public static ILookup<SyntaxTree, Diagnostic> Diagnostics(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) =>
        compilation.WithAnalyzers([analyzer], Options)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!);

    /// <summary>The diagnostics in the program's own numbers.</summary>
    public static Report Read(IEnumerable<Diagnostic> diagnostics, Page page, Sites sites)
    {
        ImmutableHashSet<(int, int)>.Builder undecided = ImmutableHashSet.CreateBuilder<(int, int)>();
        ImmutableHashSet<int>.Builder late = ImmutableHashSet.CreateBuilder<int>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            int site = Site(diagnostic.Location.SourceSpan, page);
            if (diagnostic.Id == "SOCK002")
            {
                late.Add(site);
            }
            else if (diagnostic.Id == "SOCK001")
            {
                IEnumerable<int> creations = diagnostic.AdditionalLocations.Select(location => Site(location.SourceSpan, page)).Where(sites.Creations.ContainsKey);
                undecided.UnionWith(creations.DefaultIfEmpty(-1).Select(creation => (site, creation)));
            }
        }
        return new Report(undecided.ToImmutable(), late.ToImmutable());
    }

    /// <summary>The innermost site around the span; -1 for none, which no path can have shown.</summary>
    private static int Site(TextSpan span, Page page) => page.Sites
        .Where(site => site.Value.Contains(span))
        .OrderBy(site => site.Value.Length)
        .Select(site => site.Key)
        .DefaultIfEmpty(-1)
        .First();
}
