using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Tests;

namespace SocketSetup.Benchmarks.Generated;

/// <summary>Makes compilations of generated sources; the same sources each time.</summary>
internal static class Sources
{
    public static CSharpCompilation Compile(IEnumerable<string> files) => CSharpCompilation.Create(
        "Generated",
        files.Select((text, index) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), path: $"{index}.cs")),
        Net80.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    public static int Lines(Compilation compilation) => compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count);
}
