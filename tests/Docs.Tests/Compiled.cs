using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers;

namespace SocketSetup.Docs.Tests;

/// <summary>C# compiled for .NET 8 and looked at by the analyzer.</summary>
internal static class Compiled
{
    public static CSharpCompilation File(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        bool isProgram = tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.Any(SyntaxKind.GlobalStatement);
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Snippet", [tree], Basic.Reference.Assemblies.Net80.References.All, options);
    }

    /// <summary>What the compiler has against the source.</summary>
    public static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>
    /// What the analyzers have to say, an exception of their own included. But for the page of the rule itself, the team
    /// wants to share ports, or each example would be reported by SOCK006; and the rule that is off is on for its own page.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, string page) =>
        compilation
            .WithOptions(page == "docs/rules/SOCK008.md" ? compilation.Options.WithSpecificDiagnosticOptions([new("SOCK008", ReportDiagnostic.Warn)]) : compilation.Options)
            .WithAnalyzers([new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new AnalyzerOptions([], new Setting(page == "docs/rules/SOCK006.md" ? null : "reuse")))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private sealed class Setting(string? addressReuse) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(addressReuse);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string? addressReuse) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.TargetFramework" => "net8.0",
                "socket_setup.address_reuse" => addressReuse,
                _ => null,
            };
            return value is not null;
        }
    }
}
