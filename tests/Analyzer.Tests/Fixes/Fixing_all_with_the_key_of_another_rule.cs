using Microsoft.CodeAnalysis.CodeFixes;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>As "dotnet format" does it for several rules at once: one rule after the other, with a key that it took from any of the findings.</summary>
public sealed class Fixing_all_with_the_key_of_another_rule
{
    [Theory]
    [InlineData("SOCK001.repair")]
    [InlineData("SOCK001.exclusive")]
    [InlineData(null)]
    public async Task Applies_the_first_repair_of_the_rule_that_is_asked_for(string? key)
    {
        using var run = FixRun.Of(new SettingsOfTheBuild("net10.0"), Before("SOCK005"));

        Assert.True(await run.FixAllAsync(["SOCK005"], key, FixAllScope.Solution));
        Assert.Equal(After("SOCK005"), await run.TextAsync());
    }

    [Fact]
    public async Task Applies_nothing_where_several_rules_share_the_request()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild("net10.0"), Before("SOCK005"));

        Assert.False(await run.FixAllAsync(["SOCK001", "SOCK005"], "SOCK001.repair", FixAllScope.Solution));
        Assert.Equal(Before("SOCK005"), await run.TextAsync());
    }

    private static string Before(string rule) => Repository.Read($"samples/Catalogue/Before/{rule}.cs").Replace($" // {rule}", "", StringComparison.Ordinal);

    private static string After(string rule) => Repository.Read($"samples/Catalogue/After/{rule}.cs");
}
