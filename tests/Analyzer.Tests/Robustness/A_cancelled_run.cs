using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Tests.Cost;
using SocketSetup.Benchmarks.Generated;

namespace SocketSetup.Analyzers.Tests.Robustness;

/// <summary>A keystroke cancels the analysis of what stood there before it, wherever that was. What was cut off leaves nothing behind.</summary>
public sealed class A_cancelled_run
{
    [Fact]
    public async Task Ends_with_its_cancellation_and_the_next_one_says_everything()
    {
        string[] expected = await Listeners.FindingsAsync(Listeners.Compile(0), Listeners.BothAnalyzers(), cancellation: TestContext.Current.CancellationToken);
        ImmutableArray<DiagnosticAnalyzer> analyzers = Listeners.BothAnalyzers();
        int cancelled = 0;
        bool isOver = false;
        for (int at = 1; !isOver; at++)
        {
            using var source = new CancellationTokenSource();
            CSharpCompilation compilation = Watched(Listeners.Compile(0), new Countdown(at, source));
            try
            {
                await Listeners.FindingsAsync(compilation, analyzers, cancellation: source.Token);
                isOver = !source.IsCancellationRequested;
            }
            catch (OperationCanceledException) // Any other exception is a failure.
            {
                cancelled++;
            }
            // The same compilation, of which the analysis may have kept something, and the same analyzers.
            Assert.Equal(expected, await Listeners.FindingsAsync(compilation, analyzers, cancellation: TestContext.Current.CancellationToken));
        }
        Assert.True(cancelled > 3, $"{cancelled} runs were cancelled");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void Ends_before_the_next_block_of_the_body(int blocks)
    {
        var method = new OneMethod(HostileCode.Branches(2_000));
        var work = new WorkCounter();
        BodyAnalysis analysis = method.Analysis(work);
        using var source = new CancellationTokenSource();
        work.PassingBlock = () =>
        {
            if (work.BlocksPassed == blocks - 1)
                source.Cancel();
        };
        Assert.Throws<OperationCanceledException>(() => method.Find(analysis, source.Token));
        Assert.Equal(blocks, work.BlocksPassed);
        work.PassingBlock = null;
        Assert.Single(method.Find(analysis, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Leaves_nothing_behind_where_it_reads_the_settings()
    {
        string[] expected = await Listeners.FindingsAsync(Listeners.Compile(0), Listeners.BothAnalyzers(), cancellation: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = Listeners.Compile(0);
        ImmutableArray<DiagnosticAnalyzer> analyzers = Listeners.BothAnalyzers();
        using var source = new CancellationTokenSource();
        var options = new AnalyzerOptions([], new CancellingSettings(new Countdown(1, source)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Listeners.FindingsAsync(compilation, analyzers, options: options, cancellation: source.Token));
        Assert.Equal(expected, await Listeners.FindingsAsync(compilation, analyzers, cancellation: TestContext.Current.CancellationToken));
    }

    /// <summary>An editor asks one driver about one document after another, and cancels what it asked before.</summary>
    [Fact]
    public async Task Leaves_the_next_question_to_the_same_driver_alone()
    {
        string[] expected = await Listeners.FindingsAsync(Listeners.Compile(0), Listeners.BothAnalyzers(), cancellation: TestContext.Current.CancellationToken);
        using var early = new CancellationTokenSource();
        CSharpCompilation compilation = Watched(Listeners.Compile(0), new Countdown(1, early));
        CompilationWithAnalyzers driver = Listeners.Driver(compilation, Listeners.BothAnalyzers());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), filterSpan: null, early.Token));
        var found = new List<Diagnostic>();
        foreach (SyntaxTree file in compilation.SyntaxTrees)
        {
            using var question = new CancellationTokenSource();
            found.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file), filterSpan: null, question.Token));
            await question.CancelAsync();
        }
        Assert.True(found.Select(diagnostic => diagnostic.Location.SourceTree).Distinct().Count() > 1);
        Assert.Equal(expected, Listeners.InWords(found));
    }

    private static CSharpCompilation Watched(CSharpCompilation compilation, Countdown countdown)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(new WatchedText(tree.GetText(), countdown), path: tree.FilePath));
        countdown.IsOn = true;
        return compilation;
    }

    /// <summary>Cancels when it has been asked so many times.</summary>
    private sealed class Countdown(int times, CancellationTokenSource source)
    {
        private int left = times;

        public bool IsOn { get; set; }

        public void Tick()
        {
            if (IsOn && Interlocked.Decrement(ref left) == 0)
                source.Cancel();
        }
    }

    /// <summary>The gate and each search for a name copy the text, one piece at a time.</summary>
    private sealed class WatchedText(SourceText text, Countdown countdown) : SourceText
    {
        public override System.Text.Encoding? Encoding => text.Encoding;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        {
            countdown.Tick();
            text.CopyTo(sourceIndex, destination, destinationIndex, count);
        }
    }

    private sealed class CancellingSettings(Countdown countdown) : AnalyzerConfigOptionsProvider
    {
        private readonly AnalyzerConfigOptions none = new None();

        public override AnalyzerConfigOptions GlobalOptions => none;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree)
        {
            countdown.IsOn = true;
            countdown.Tick();
            return none;
        }

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => none;
    }

    private sealed class None : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }
    }
}
