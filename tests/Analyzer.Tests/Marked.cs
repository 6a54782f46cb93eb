namespace SocketSetup.Analyzers.Tests;

/// <summary>What <see cref="Verify"/> asks of marked sources, with the compiler's own tests of analyzers. tests/Mutants asks it faster.</summary>
internal static class Marked
{
    public static Task Run(string? targetFramework, params string[] sources) => Verify.Analyzer(targetFramework, sources).RunAsync(TestContext.Current.CancellationToken);
}
