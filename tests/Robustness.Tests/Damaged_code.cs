using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Robustness.Mutations;
using SocketSetup.Robustness.Running;

namespace SocketSetup.Robustness.Tests;

/// <summary>Whatever is done to a source, nothing throws, and no fix makes code that compiles stop compiling.</summary>
public sealed class Damaged_code
{
    private static readonly Source[] Sources = [.. Source.OfTheRepository()];

    [Fact]
    public void Cut_off_at_any_token_of_a_sample_that_opens_a_port_is_survived()
    {
        Source[] listeners = [.. Sources.Where(source => source.IsFile && (source.Text.Contains(".Bind(", StringComparison.Ordinal) || source.Text.Contains("TcpListener(", StringComparison.Ordinal)))];
        Assert.True(listeners.Length > 20, $"{listeners.Length} samples");
        Statistics done = Examine(listeners.SelectMany(SystematicChanges.Truncations));
        Assert.True(done.Of(Kind.Truncation) > 2_000 && done.Fixes > 0, $"{done}");
    }

    [Fact]
    public void Nothing_is_wrong_with_before_it_is_damaged()
    {
        Source[] reported = [.. Sources.Where(source => source.Name.Contains("SOCK00", StringComparison.Ordinal))];
        Statistics done = Examine(reported.Select(source => new Mutant(source, Kind.Original, 0, source.Text)));
        Assert.True(done.Compiled > 10 && done.Compiled == done.Fixes, $"{done}");
    }

    [Fact]
    public void Mutated_five_thousand_times_is_survived()
    {
        Statistics done = Examine(RandomChanges.Of(Sources, seed: 20_261, first: 0, count: 5_000));
        Assert.Equal(5_000, done.Of(Kind.Mutation));
        Assert.True(done.Compiled > 500, $"{done}");
    }

    [Fact]
    public void Is_the_same_under_the_same_seed_and_another_under_another()
    {
        Assert.Equal(Texts(1), Texts(1));
        Assert.NotEqual(Texts(1), Texts(2));
        Assert.Equal(Texts(1).Skip(5), RandomChanges.Of(Sources, 1, 5, 15).Select(mutant => mutant.Text));

        static IEnumerable<string> Texts(int seed) => RandomChanges.Of(Sources, seed, 0, 20).Select(mutant => mutant.Text);
    }

    private static Statistics Examine(IEnumerable<Mutant> mutants)
    {
        var run = new RobustnessRun(new Examination([new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new SocketSetupCodeFixProvider()));
        run.Examine(mutants);
        TestContext.Current.TestOutputHelper?.WriteLine($"{run.Statistics}");
        Assert.True(run.Failures.Count == 0, $"{run.Failures.Count} failures. The first:\n{string.Join("", run.Failures.Take(1))}");
        return run.Statistics;
    }
}
