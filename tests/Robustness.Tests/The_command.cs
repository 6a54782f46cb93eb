using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Robustness.Running;

namespace SocketSetup.Robustness.Tests;

/// <summary>It tells what it did, and it notices each kind of failure: analyzers and fixes that fail on purpose show that.</summary>
public sealed class The_command
{
    private static readonly string[] Few = ["--count", "60", "--seed", "1", "--systematic", "none"];

    [Fact]
    public void Ends_with_0_where_everything_holds()
    {
        (int code, string output) = Run(Few, new SocketSetupAnalyzer(), new SocketSetupCodeFixProvider());
        Assert.Equal(0, code);
        Assert.StartsWith("seed 1, ", output, StringComparison.Ordinal);
        Assert.Contains(" 60 mutations: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Notices_an_analyzer_that_throws() => Notices("the analyzer throws System.InvalidOperationException", new Thrower(), new SocketSetupCodeFixProvider());

    [Fact]
    public void Notices_a_fix_that_throws() => Notices("throws System.InvalidOperationException", new SocketSetupAnalyzer(), new Spoiler(_ => throw new InvalidOperationException()));

    [Fact]
    public void Notices_a_fix_that_breaks_what_compiled() => Notices("it does not compile: ", new SocketSetupAnalyzer(), new Spoiler(text => text + "\nclass"));

    [Theory]
    [InlineData("--count")]
    [InlineData("--count", "many")]
    [InlineData("--seed", "-1")]
    [InlineData("--systematic", "2")]
    [InlineData("--systematic", "some")]
    [InlineData("--sources", "no/such/folder")]
    [InlineData("--color", "1")]
    [InlineData("5000")]
    public void Ends_with_2_where_it_is_not_understood(params string[] words)
    {
        (int code, string output) = Run(words, new Thrower(), new SocketSetupCodeFixProvider());
        Assert.Equal(2, code);
        Assert.StartsWith("robustness ", output, StringComparison.Ordinal);
    }

    private static void Notices(string problem, DiagnosticAnalyzer analyzer, CodeFixProvider fixer)
    {
        (int code, string output) = Run(Few, analyzer, fixer);
        Assert.Equal(1, code);
        Assert.Contains(problem, output, StringComparison.Ordinal);
        Assert.Contains(", mutation ", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output) Run(string[] words, DiagnosticAnalyzer analyzer, CodeFixProvider fixer)
    {
        using var output = new StringWriter();
        return (Command.Run(words, output, [analyzer], fixer), output.ToString());
    }

#pragma warning disable RS1001, RS1036 // It is handed to the command and never loaded by a compiler.
    private sealed class Thrower : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => new SocketSetupAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSemanticModelAction(_ => throw new InvalidOperationException());
        }
    }
#pragma warning restore RS1001, RS1036

    private sealed class Spoiler(Func<string, string> change) : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => new SocketSetupCodeFixProvider().FixableDiagnosticIds;

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            SourceText text = await context.Document.GetTextAsync(context.CancellationToken);
            context.RegisterCodeFix(CodeAction.Create("Spoil", _ => Task.FromResult(context.Document.WithText(SourceText.From(change(text.ToString())))), "Spoil"), context.Diagnostics);
        }
    }
}
