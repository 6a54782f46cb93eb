using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Analyzers.Tests.Robustness;

/// <summary>Compilations that differ from each other in what is to be said of them, and what is said.</summary>
internal static class Listeners
{
    /// <summary>One with helpers, fields and callers in several files; the number decides which of its sockets are reported.</summary>
    public static CSharpCompilation Compile(int number) => Compile(Sources(number));

    public static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"{index}.cs")),
        Net80.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions([new("SOCK008", ReportDiagnostic.Warn)]));

    /// <summary>Everything that is said, in words.</summary>
    public static async Task<string[]> FindingsAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent = false, AnalyzerOptions? options = null, CancellationToken cancellation = default) =>
        InWords(await Driver(compilation, analyzers, isConcurrent, options).GetAnalyzerDiagnosticsAsync(cancellation));

    /// <summary>One that fails where an analyzer throws.</summary>
    public static CompilationWithAnalyzers Driver(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent = false, AnalyzerOptions? options = null) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(options ?? new AnalyzerOptions([]), onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("The analyzer throws.", exception), isConcurrent, logAnalyzerExecutionTime: false));

    /// <summary>Each with all of its places, sorted.</summary>
    public static string[] InWords(IEnumerable<Diagnostic> found) =>
        [.. found.Select(diagnostic => $"{diagnostic} {string.Join(' ', diagnostic.AdditionalLocations.Select(location => $"{location.SourceTree?.FilePath}{location.SourceSpan}"))}").Order(StringComparer.Ordinal)];

    public static ImmutableArray<DiagnosticAnalyzer> BothAnalyzers() => [new SocketSetupAnalyzer(), new ListenerStartAnalyzer()];

    private static IEnumerable<string> Sources(int number)
    {
        const string Usings = "using System.Net; using System.Net.Sockets;\n";
        yield return Usings + string.Concat(Enumerable.Range(0, 3 + (number % 3)).Select(i => $$"""
            partial class Server{{i}}
            {
                Socket field;
                void Open(IPEndPoint e) { field = Setup.Make(); {{((number + i) % 4 == 0 ? "field.ExclusiveAddressUse = true; " : "")}}Setup.Configure{{i % 2}}(field); field.Bind(e); }
                void Late(IPEndPoint e) { var s = Setup.Make(); s.Bind(e); s.ExclusiveAddressUse = {{(number % 2 == 0 ? "true" : "false")}}; }
                void Start(IPEndPoint e) { var l = new TcpListener(e); l.Start(); }
            }

            """));
        yield return string.Concat(Enumerable.Range(0, 6).Select(i => $"partial class Server{i} {{ void Serve() => field.Accept(); }}\n")) + "partial class Server3 { System.Net.Sockets.Socket field; } partial class Server4 { System.Net.Sockets.Socket field; } ";
        yield return Usings + $$"""
            static class Setup
            {
                internal static Socket Make() => new Socket(SocketType.Stream, ProtocolType.{{(number % 5 == 0 ? "IP" : "Tcp")}});
                internal static void Configure0(Socket s) { s.NoDelay = true; }
                internal static void Configure1(Socket s) { {{(number % 7 == 0 ? "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);" : "")}} }
            }
            """;
    }
}
