using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Analyzers;
using SocketSetup.Benchmarks.Generated;
using SocketSetup.Benchmarks.Running;

namespace SocketSetup.Benchmarks.Micro;

/// <summary>1,000 classes compiled, alone and with the analyzer.</summary>
public class WholeCompilation
{
    private CSharpCompilation compilation = Sources.Compile([]);

    [Params(0, 1)]
    public int Listeners { get; set; }

    [GlobalSetup]
    public void Generate() => compilation = Sources.Compile([.. ListenerCode.Files(Listeners), .. PlainCode.Files(50_000)]);

    [Benchmark(Baseline = true)]
    public ImmutableArray<Diagnostic> Compile() => compilation.Clone().GetDiagnostics();

    [Benchmark]
    public ImmutableArray<Diagnostic> CompileAndAnalyze()
    {
        var analysis = new Analysis(new SocketSetupAnalyzer());
        analysis.Run(compilation.Clone());
        return analysis.Diagnostics;
    }
}
