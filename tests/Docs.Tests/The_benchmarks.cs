using SocketSetup.Benchmarks.Micro;

namespace SocketSetup.Docs.Tests;

/// <summary>The commands of docs/performance.md print their tables, at sizes that take no time: what they say of time nobody tests.</summary>
public sealed class The_benchmarks
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "SocketSetup.Benchmarks.dll");

    [Fact]
    public async Task Of_one_keystroke_print_a_row_for_each_document()
    {
        string output = await ChildBuild.RunDotNetAsync(Executable, "live", "--lines", "5050", "--rounds", "1", "--warm-up", "0");
        Assert.Equal(["20 listeners", "5 listeners", "one listener", "no socket"], FirstCells(output));
    }

    [Fact]
    public async Task Of_growth_print_a_row_for_each_input()
    {
        string output = await ChildBuild.RunDotNetAsync(Executable, "growth", "--divide", "250", "--rounds", "1", "--warm-up", "0");
        Assert.Equal(16, FirstCells(output).Distinct().Count());
    }

    [Fact]
    public async Task Of_parts_are_found_by_the_command() =>
        Assert.Equal(
            ["SymbolsOfACompilation.NewCompilation", "SymbolsOfACompilation.NewCompilationWithSymbols", "TextSearch.Gate", "TextSearch.OneSearchForEachWord", "WholeCompilation.Compile", "WholeCompilation.CompileAndAnalyze"],
            (await ChildBuild.RunDotNetAsync(Executable, "--list", "flat")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Replace("SocketSetup.Benchmarks.Micro.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_the_search_search_for_the_same(bool hasListeners)
    {
        var search = new TextSearch { HasListeners = hasListeners };
        search.Generate();
        Assert.Equal(search.OneSearchForEachWord(), search.Gate());
        Assert.Equal(hasListeners, search.Gate() > 0);
    }

    [Fact]
    public void Of_the_symbols_find_them()
    {
        var symbols = new SymbolsOfACompilation();
        symbols.Generate();
        Assert.NotNull(symbols.NewCompilationWithSymbols());
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
