using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Tests.Cost;

/// <summary>A source with one method, of which the analysis is asked without a driver around it.</summary>
internal sealed class OneMethod
{
    private readonly SyntaxNode body;

    public OneMethod(string source)
    {
        Compilation = Compile([source]);
        body = Compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
    }

    public CSharpCompilation Compilation { get; }

    public static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Test",
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        Net80.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    public BodyAnalysis Analysis(WorkCounter work) => new(Compilation, new SocketSymbols(Compilation, SocketSymbols.FindSocket(Compilation)!), work);

    public IReadOnlyList<SetupFinding> Find(BodyAnalysis analysis, CancellationToken cancellation) => [.. analysis.Run(body, cancellation)];
}
