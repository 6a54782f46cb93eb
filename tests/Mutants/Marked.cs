using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Analyzers.Tests;

/// <summary>What <see cref="Verify"/> asks of marked sources, answered without compiling them again.</summary>
internal static class Marked
{
    public static async Task Run(string? targetFramework, params string[] sources)
    {
        CompiledCase compiled = CompiledCase.Of(sources);
        var found = await compiled.FindAsync(new FrameworkOption(targetFramework ?? "none", "reuse"), new SocketSetupAnalyzer());
        Assert.Equal(compiled.Expected, found.Select(CompiledCase.Describe).Order());
    }
}
