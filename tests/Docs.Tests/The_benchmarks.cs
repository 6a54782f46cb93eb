namespace SocketSetup.Docs.Tests;

/// <summary>The commands of docs/performance.md print their tables, at sizes that take no time: what they say of time nobody tests.</summary>
public sealed class The_benchmarks
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "SocketSetup.Benchmarks.dll");

    [Fact]
    public async Task Of_one_keystroke_print_a_row_for_each_document()
    {
        string output = await ChildBuild.RunDotNetAsync(Executable, "live", "--lines", "5050", "--rounds", "1", "--warm-up", "0");
        Assert.Equal(["20 listeners", "no socket"], FirstCells(output));
    }

    [Fact]
    public async Task Of_growth_print_four_rows_for_each_input()
    {
        string output = await ChildBuild.RunDotNetAsync(Executable, "growth", "--divide", "50", "--rounds", "1", "--warm-up", "0");
        string[] inputs = [.. FirstCells(output)];
        Assert.Equal(4 * 12, inputs.Length);
        Assert.All(inputs.GroupBy(input => input), group => Assert.Equal(4, group.Count()));
    }

    [Fact]
    public async Task Reach_the_parts_of_the_analyzer_that_they_measure_alone()
    {
        string artifacts = Directory.CreateTempSubdirectory("SocketSetup.Docs.Tests-").FullName;
        try
        {
            string output = await ChildBuild.RunDotNetAsync(
                Executable, "--filter", "*TextSearch*", "*SymbolsOfACompilation*", "--artifacts", artifacts,
                "--iterationCount", "1", "--warmupCount", "1", "--invocationCount", "16", "--unrollFactor", "16");
            Assert.Contains("executed benchmarks: 6", output, StringComparison.Ordinal);
            Assert.DoesNotContain("| NA ", output, StringComparison.Ordinal);
            Assert.Contains(FirstCells(output), cell => cell == "Gate");
            Assert.Contains(FirstCells(output), cell => cell == "NewCompilationWithSymbols");
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    [Fact]
    public async Task Beside_other_analyzers_print_a_row_for_each_set()
    {
        // Elsewhere the shell may be another system's.
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script for a Unix shell.");
        string output = await ChildBuild.RunScriptAsync(("BUILT", AppContext.BaseDirectory.TrimEnd('/')), Repository.PathOf("tests/Benchmarks/peers.sh"), Repository.PathOf("samples/EchoServer.Before"), "1");
        Assert.Equal(["noop", "gated-op", "noop-cfg", "SocketSetup", "CA1416", "CA2000", "SDK", "SDK+SocketSetup"], FirstCells(output));
        Assert.Matches(@"(?m)^SocketSetup on top of the SDK: allocation \d+\.\d{3}, least processor time \d+\.\d{3}$", output);
    }

    /// <summary>Of the rows of the tables, without their heads.</summary>
    private static IEnumerable<string> FirstCells(string output) =>
        output.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()).Where(cell => cell is not ("Document" or "Input" or "Set" or "Method"));
}
