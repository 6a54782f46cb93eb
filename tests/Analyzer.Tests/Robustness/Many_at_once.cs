using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Tests.Robustness;

/// <summary>One instance of an analyzer serves many compilations at the same time, as in an editor or a build server.</summary>
public sealed class Many_at_once
{
    [Fact]
    public async Task Are_analysed_like_each_alone()
    {
        const int Compilations = 200;
        var alone = new string[Compilations][];
        for (int i = 0; i < Compilations; i++)
            alone[i] = await Listeners.FindingsAsync(Listeners.Compile(i), Listeners.BothAnalyzers(), cancellation: TestContext.Current.CancellationToken);
        Assert.True(alone.Select(findings => string.Join('\n', findings)).Distinct().Count() > 10);

        System.Collections.Immutable.ImmutableArray<DiagnosticAnalyzer> shared = Listeners.BothAnalyzers();
        string[][] together = await Task.WhenAll(Enumerable.Range(0, Compilations).Select(i =>
            Task.Run(() => Listeners.FindingsAsync(Listeners.Compile(i), shared, isConcurrent: i % 2 == 0, cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)));

        Assert.Equal(alone, together);
    }

    /// <summary>Those who judge the bodies of one analysis do so at the same time.</summary>
    [Fact]
    public void Ask_an_analysis_without_adding_to_it()
    {
        CSharpCompilation compilation = Listeners.Compile(["class Server { void Run() { Reached(); return; Unreached(); void Reached() { } void Unreached() => new System.Net.Sockets.Socket(0, 0).Listen(); } }"]);
        var symbols = new SocketSymbols(compilation, SocketSymbols.FindSocket(compilation)!);
        var universe = new Universe(new Bodies(compilation, symbols, new WorkCounter()), new SourceReach(), TestContext.Current.CancellationToken);
        Body body = universe.Add(compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().First())!;
        universe.Close();
        universe.Seal([body.Graphs[0]]);

        EventGraph unreached = body.Graphs.Single(graph => graph.AllEvents.Any(socketEvent => socketEvent.Kind == SocketEventKind.Listened));
        Assert.NotEmpty(universe.MetEvents(body.Graphs[0]));
        Assert.Empty(universe.MetEvents(unreached));
        Assert.DoesNotContain(universe.Members.SelectMany(universe.RunEvents), socketEvent => socketEvent.Kind == SocketEventKind.Listened);
    }

    [Fact]
    public async Task Runs_of_one_compilation_say_the_same_each_time_and_nothing_twice()
    {
        string[] first = await Listeners.FindingsAsync(Listeners.Compile(0), Listeners.BothAnalyzers(), cancellation: TestContext.Current.CancellationToken);
        Assert.True(first.Length > 5, $"{first.Length} findings");
        Assert.Equal(first.Distinct(), first);
        CSharpCompilation same = Listeners.Compile(0);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(first, await Listeners.FindingsAsync(same, Listeners.BothAnalyzers(), isConcurrent: true, cancellation: TestContext.Current.CancellationToken));
            Assert.Equal(first, await Listeners.FindingsAsync(same, Listeners.BothAnalyzers(), isConcurrent: false, cancellation: TestContext.Current.CancellationToken));
        }
    }
}
