using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Printing;

namespace SocketSetup.Oracle.Comparison;

/// <summary>What every compilation needs, made once.</summary>
internal static class Support
{
    private static readonly string[] RuntimeAssemblies = ["System.Private.CoreLib", "System.Runtime", "System.Net.Sockets", "System.Net.Primitives", "System.ComponentModel.Primitives"];

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly SyntaxTree Outside = Parse(PlainDialect.Outside, "Outside.cs");

    private static readonly CSharpCompilation Plain = CSharpCompilation.Create(
        "Programs",
        [Outside],
        Basic.Reference.Assemblies.Net80.References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static readonly CSharpCompilation Twin = CSharpCompilation.Create(
        "Twins",
        [],
        RuntimeReferences(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text), Newest, path);

    public static CSharpCompilation PlainOf(IEnumerable<SyntaxTree> trees) => Plain.AddSyntaxTrees(trees);

    public static CSharpCompilation TwinOf(IEnumerable<SyntaxTree> trees) => Twin.AddSyntaxTrees(trees);

    private static ImmutableArray<MetadataReference> RuntimeReferences()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> files = RuntimeAssemblies
            .Select(name => Path.Combine(folder, name + ".dll"))
            .Append(typeof(TracedSocket).Assembly.Location);
        return [.. files.Select(file => MetadataReference.CreateFromFile(file))];
    }
}
