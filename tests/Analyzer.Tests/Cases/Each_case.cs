using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.Tests.Cases;

/// <summary>Hundreds of small programs, most of them written to mislead the analyzer: it reports what is marked, and nothing else.</summary>
public sealed class Each_case
{
    private static readonly Dictionary<string, CaseFile> Cases = CaseFile.All.ToDictionary(one => one.ToString());
    private static readonly CSharpParseOptions Parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
    private static readonly MetadataReference[] References = [.. Net80.References, ThirdParty.Reference];

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Is_found() => Assert.True(Cases.Count > 1000, $"{Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_reported_as_marked(string name)
    {
        CaseFile one = Cases[name];
        var expected = new List<string>();
        var trees = new List<SyntaxTree>();
        foreach (string marked in one.Sources)
        {
            string file = $"F{trees.Count}.cs";
            string markup = Regex.Replace(marked, @"\{\|(\d):", "{|SOCK00$1:").Replace("[|", "{|SOCK001:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
            TestFileMarkupParser.GetSpans(markup, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
            expected.AddRange(spans.SelectMany(id => id.Value.Select(span => $"{id.Key} {file} {source.Substring(span.Start, span.Length)} at {span.Start}")));
            trees.Add(CSharpSyntaxTree.ParseText(source, one.Options.Contains("script", StringComparison.Ordinal) ? Parse.WithKind(SourceCodeKind.Script) : Parse, file, cancellationToken: TestContext.Current.CancellationToken));
        }
        CSharpCompilation compilation = Compile(one, trees);
        bool isUnderstood = !(one.IsNewSyntax && Compiler.IsFloor);
        if (!one.Options.Contains("err", StringComparison.Ordinal))
            Assert.Equal(isUnderstood, !compilation.GetDiagnostics(TestContext.Current.CancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation
            .WithAnalyzers(
                one.Options.Contains("starts", StringComparison.Ordinal) ? [new SocketSetupAnalyzer(), new ListenerStartAnalyzer()] : [new SocketSetupAnalyzer()],
                new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new FrameworkOption(one.Framework, one.AddressReuse)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        if (!isUnderstood)
            return; // That is all there is to say of what this compiler cannot read.
        Assert.Equal(expected.Order(), found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree?.FilePath} {Text(diagnostic.Location)} at {diagnostic.Location.SourceSpan.Start}").Order());
        Assert.All(one.Messages, message => Assert.Contains(found, diagnostic => $"{diagnostic.GetMessage(null)} @{string.Join(",", diagnostic.AdditionalLocations.Select(Text))}".Contains(message, StringComparison.Ordinal)));
    }

    private static CSharpCompilation Compile(CaseFile one, List<SyntaxTree> trees)
    {
        bool isProgram = trees.Any(tree => tree.Options.Kind == SourceCodeKind.Regular && tree.GetRoot(TestContext.Current.CancellationToken).ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(one.Options.Contains("starts", StringComparison.Ordinal) ? [new("SOCK008", ReportDiagnostic.Warn)] : []);
        return CSharpCompilation.Create("Test", trees, one.Options.Contains("unity", StringComparison.Ordinal) ? [.. References, ThirdParty.Unity] : References, options);
    }

    private static string Text(Location location) => location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}
