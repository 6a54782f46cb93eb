using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Benchmarks.Running;

/// <summary>Runs one analyzer over a compilation or a document of it; on one thread, so that times can be compared.</summary>
internal sealed class Analysis(DiagnosticAnalyzer analyzer)
{
    /// <summary>What the driver says that it spent inside the analyzer in the last run.</summary>
    public double InCallbacks { get; private set; }

    public ImmutableArray<Diagnostic> Diagnostics { get; private set; }

    public void Run(Compilation compilation)
    {
        AnalysisResult result = Driver(compilation).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        Diagnostics = result.GetAllDiagnostics();
        InCallbacks = result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds;
    }

    /// <summary>As an editor asks after a keystroke.</summary>
    public void Run(SemanticModel document)
    {
        CompilationWithAnalyzers driver = Driver(document.Compilation);
        Diagnostics = driver.GetAnalyzerSemanticDiagnosticsAsync(document, null, CancellationToken.None).GetAwaiter().GetResult();
        InCallbacks = driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds;
    }

    private CompilationWithAnalyzers Driver(Compilation compilation) => new(
        compilation,
        [analyzer],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer throws.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
}
