using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Analyzers.Tests.Robustness;

/// <summary>The analyzers live as long as the editor. What they have learnt of a compilation goes with it.</summary>
public sealed class What_is_kept
{
    [Fact]
    public void Keeps_no_compilation_alive()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = Listeners.BothAnalyzers();
        WeakReference<Compilation>[] dropped = [.. Enumerable.Range(0, 20).Select(number => Analyzed(number, analyzers))];
        Assert.Equal(0, Alive(dropped));
        GC.KeepAlive(analyzers);
    }

    [Fact]
    public void Would_be_seen_if_it_were_a_compilation()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = Listeners.BothAnalyzers();
        var kept = new List<Compilation>();
        WeakReference<Compilation>[] references = [.. Enumerable.Range(0, 3).Select(number => Analyzed(number, analyzers, kept))];
        Assert.Equal(3, Alive(references));
        GC.KeepAlive(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Compilation> Analyzed(int number, ImmutableArray<DiagnosticAnalyzer> analyzers, List<Compilation>? kept = null)
    {
        Compilation compilation = Listeners.Compile(number);
        kept?.Add(compilation);
        // On a thread of its own, so that nothing stays on the stack of this one.
        string[] findings = Task.Run(() => Listeners.FindingsAsync(compilation, analyzers)).GetAwaiter().GetResult();
        Assert.NotEmpty(findings);
        return new WeakReference<Compilation>(compilation);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Alive(WeakReference<Compilation>[] references)
    {
        for (int i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return references.Count(reference => reference.TryGetTarget(out _));
    }
}
