using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using SocketSetup.Analyzers;

namespace SocketSetup.Oracle.Trials;

/// <summary>Compiles the analyzer from texts, in memory: a trial costs seconds, and leaves nothing behind.</summary>
internal sealed class AnalyzerBuild : IDisposable
{
    /// <summary>What the SDK imports where a project asks for implicit usings.</summary>
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Assembly Original = typeof(SocketSetupAnalyzer).Assembly;

    /// <summary>All that this very process runs on, but the analyzer.</summary>
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => file.Length > 0 && Path.GetFileNameWithoutExtension(file) != Original.GetName().Name)
        .Select(file => MetadataReference.CreateFromFile(file))];

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly AssemblyLoadContext context = new("Trial", isCollectible: true);
    private readonly Type analyzer;

    public AnalyzerBuild(IEnumerable<KeyValuePair<string, string>> files)
    {
        using var image = new MemoryStream();
        EmitResult result = Compilation(files).Emit(image, manifestResources: Resources());
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        analyzer = context.LoadFromStream(image).GetType(typeof(SocketSetupAnalyzer).FullName!, throwOnError: true)!;
    }

    /// <summary>What the compiler has against the file that each trial breaks: for many trials cheaper than to build them.</summary>
    public static ILookup<Trial, Diagnostic> Errors(IEnumerable<Trial> trials)
    {
        Dictionary<string, string> files = AnalyzerSource.Read();
        CSharpCompilation whole = Compilation(files);
        return trials.SelectMany(trial => ErrorsOf(trial).Select(error => (trial, error))).ToLookup(pair => pair.trial, pair => pair.error);

        IEnumerable<Diagnostic> ErrorsOf(Trial trial)
        {
            SyntaxTree broken = Parse(new(trial.File, trial.Break(files[trial.File])));
            return whole.ReplaceSyntaxTree(whole.SyntaxTrees.Single(tree => tree.FilePath == trial.File), broken)
                .GetSemanticModel(broken).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }

    public DiagnosticAnalyzer Create() => (DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!;

    public void Dispose() => context.Unload();

    private static CSharpCompilation Compilation(IEnumerable<KeyValuePair<string, string>> files) => CSharpCompilation.Create(
        Original.GetName().Name,
        files.Append(new("Usings.cs", Usings)).Select(Parse),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(KeyValuePair<string, string> file) => CSharpSyntaxTree.ParseText(file.Value, Newest, file.Key);

    /// <summary>The words of the rules, which no trial changes.</summary>
    private static IEnumerable<ResourceDescription> Resources() =>
        Original.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => Original.GetManifestResourceStream(name)!, isPublic: true));
}
