using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>The command of docs/performance.md works, on sources of this repository: what it says of time nobody tests.</summary>
public sealed class The_measurement_of_the_cost
{
    [Fact]
    public async Task Prints_a_row_for_each_set_with_what_was_found_and_no_exception()
    {
        string output = await ChildBuild.RunDotNetAsync(
            Path.Combine(AppContext.BaseDirectory, "corpus-run.dll"), "--repeat", "1", "--warmup", "0", "--builtin", "noop",
            "--set", "SocketSetup=" + Path.Combine(AppContext.BaseDirectory, "SocketSetup.Analyzers.dll"), Repository.PathOf("samples/EchoServer.Before"));

        // The two that the README shows.
        Assert.Equal(("2", "0"), DiagnosticsAndExceptions("SocketSetup"));
        Assert.Equal(("0", "0"), DiagnosticsAndExceptions("noop"));

        (string, string) DiagnosticsAndExceptions(string set)
        {
            string row = Assert.Single(Regex.Matches(output, $@"(?m)^   {set} +1 .*$")).Value;
            string[] cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (cells[^2], cells[^1]);
        }
    }
}
