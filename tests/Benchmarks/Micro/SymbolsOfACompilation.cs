using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Benchmarks.Generated;

namespace SocketSetup.Benchmarks.Micro;

/// <summary>What every compilation pays that references sockets: their types and members are looked up.</summary>
public class SymbolsOfACompilation
{
    private CSharpCompilation compilation = Sources.Compile([]);

    [GlobalSetup]
    public void Generate() => compilation = Sources.Compile(PlainCode.Files(1_000));

    [Benchmark(Baseline = true)]
    public INamedTypeSymbol NewCompilation() => compilation.Clone().GetSpecialType(SpecialType.System_Object);

    [Benchmark]
    public object? NewCompilationWithSymbols() => Internals.Symbols(compilation.Clone());
}
