using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Benchmarks.Generated;

namespace SocketSetup.Benchmarks.Micro;

/// <summary>The search that every file of every project pays, beside one search of the whole text for each of the words.</summary>
public class TextSearch
{
    private string text = "";
    private SourceText source = SourceText.From("");

    /// <summary>Does the file spell the words?</summary>
    [Params(false, true)]
    public bool HasListeners { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        text = (HasListeners ? ListenerCode.File(5) : "") + PlainCode.File(0, 1_000);
        source = SourceText.From(text);
    }

    [Benchmark(Baseline = true)]
    public int OneSearchForEachWord()
    {
        int count = 0;
        foreach (string name in Internals.Names)
        {
            for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                count++;
        }
        return count;
    }

    [Benchmark]
    public int Gate() => Internals.Positions(source, Internals.Names).Length;
}
