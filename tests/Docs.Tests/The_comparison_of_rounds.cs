using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocketSetup.Docs.Tests;

/// <summary>The command of docs/testing.md that says whether each run says the same.</summary>
public sealed class The_comparison_of_rounds
{
    private const string Fickle = """
        using System.Collections.Immutable;
        using System.Threading;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Diagnostics;

        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class Fickle : DiagnosticAnalyzer
        {
            static int runs;
            static readonly DiagnosticDescriptor Rule = new DiagnosticDescriptor("FICKLE", "Fickle", "The file {0}", "Test", DiagnosticSeverity.Warning, true);

            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

            public override void Initialize(AnalysisContext context) => context.RegisterCompilationAction(end =>
            {
                bool isTurned = Interlocked.Increment(ref runs) == TURNED;
                foreach (SyntaxTree tree in end.Compilation.SyntaxTrees)
                    foreach (int at in isTurned ? new[] { 1, 0 } : new[] { 0, 1 })
                        end.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(tree, new Microsoft.CodeAnalysis.Text.TextSpan(at, 1)), at));
            });
        }
        """;

    [Fact]
    public async Task Finds_that_this_analyzer_always_says_the_same()
    {
        string output = await CompareAsync(Path.Combine(AppContext.BaseDirectory, "SocketSetup.Analyzers.dll"));
        Assert.Contains("2 diagnostics, 0 exceptions, the same in each round", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_another_order_in_one_round_and_ends_with_1()
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => CompareFickleAsync(turned: 3));
        Assert.Contains("ended with 1", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"DIFFERS in Fickle: round 3: \S+\(1,2\) Warning FICKLE: The file 1 instead of \S+\(1,1\) Warning FICKLE: The file 0", failure.Message);
        Assert.Contains("not the same in 1 rounds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_content_with_an_analyzer_that_would_change_its_mind_later() =>
        Assert.Contains("exceptions, the same in each round", await CompareFickleAsync(turned: 5), StringComparison.Ordinal);

    [Fact]
    public async Task Writes_what_was_said_to_the_file_that_was_asked_for()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("SocketSetup.Docs.Tests-").FullName, "said.jsonl");
        try
        {
            await CompareAsync(Path.Combine(AppContext.BaseDirectory, "SocketSetup.Analyzers.dll"), "--out", file);
            string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(2, lines.Count(line => line.Contains("\"type\":\"diagnostic\"", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <param name="turned">The run that says it in another order.</param>
    private static async Task<string> CompareFickleAsync(int turned)
    {
        string folder = Directory.CreateTempSubdirectory("SocketSetup.Docs.Tests-").FullName;
        try
        {
            string dll = Path.Combine(folder, "Fickle.dll");
            CSharpCompilation analyzer = CSharpCompilation.Create(
                "Fickle",
                [CSharpSyntaxTree.ParseText(Fickle.Replace("TURNED", $"{turned}", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken)],
                ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.Empty(analyzer.Emit(dll, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            return await CompareAsync(dll);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<string> CompareAsync(string analyzer, params string[] more) => ChildBuild.RunDotNetAsync(
        [Path.Combine(AppContext.BaseDirectory, "corpus-run.dll"), "--repeat", "4", "--identical", .. more, analyzer, Repository.PathOf("samples/EchoServer.Before")]);
}
