namespace SocketSetup.Package.Tests;

/// <summary>The ways to let a build fail on a rule.</summary>
public sealed class WarningsAsErrorsTests(PackedPackage package)
{
    [Theory]
    [InlineData("-p:TreatWarningsAsErrors=true", "error", "error")]
    [InlineData("-p:WarningsAsErrors=SOCK001", "error", "warning")]
    [InlineData("-warnaserror:SOCK001", "error", "warning")]
    [InlineData("-p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=SOCK001", "warning", "error")]
    public async Task A_promoted_rule_fails_the_build_and_the_other_stays(string arguments, string ofSOCK001, string ofSOCK002)
    {
        ConsumerFolder consumer = ConsumerOf(Listener.Bare("Bare", ofSOCK001 + " SOCK001"), Listener.Late("Late", ofSOCK002 + " SOCK002"));

        Build build = await consumer.BuildAsync("Consumer.csproj", arguments.Split(' '));

        Assert.False(build.Succeeded);
        Assert.Equal(consumer.Marks(), build.Places());
    }

    [Fact]
    public async Task A_project_without_a_finding_passes_the_strictest_build_and_so_does_one_with_a_suggestion()
    {
        ConsumerFolder consumer = ConsumerOf(Listener.Shared("Shared"), ["internal static class Nothing;"]);

        Build build = await consumer.BuildAsync("Consumer.csproj", "-p:TreatWarningsAsErrors=true", "-warnaserror");

        Assert.True(build.Succeeded, build.Log);
        Assert.Empty(build.Findings);
    }

    private ConsumerFolder ConsumerOf(string[] first, string[] second)
    {
        var consumer = new ConsumerFolder(package);
        consumer.WriteProject("Consumer.csproj", ["TargetFramework=net10.0"], consumer.Reference());
        consumer.Write("First.cs", first);
        consumer.Write("Second.cs", second);
        return consumer;
    }
}
