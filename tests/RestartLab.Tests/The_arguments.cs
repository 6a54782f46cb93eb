using RestartLab;

namespace SocketSetup.RestartLab.Tests;

public sealed class The_arguments
{
    [Theory]
    [InlineData("unknown argument '--fast'", "--fast")]
    [InlineData("unknown argument 'tcp/none'", "tcp/none")]
    [InlineData("unknown argument ''", "")]
    [InlineData("'--only' needs a value", "--only")]
    [InlineData("'--json' needs a value", "--json", "")]
    [InlineData("no row is called 'tcp/magic'; --list names them all", "--only", "tcp/{none,magic}")]
    [InlineData("no row is called 'tcp'; --list names them all", "--only", "tcp")]
    [InlineData("bad range of ports '5000': expected FIRST-LAST, from 1 to 65535", "--ports", "5000")]
    [InlineData("bad range of ports '0-9': expected FIRST-LAST, from 1 to 65535", "--ports", "0-9")]
    [InlineData("bad range of ports '9-1': expected FIRST-LAST, from 1 to 65535", "--ports", "9-1")]
    [InlineData("bad range of ports '1-65536': expected FIRST-LAST, from 1 to 65535", "--ports", "1-65536")]
    [InlineData("bad range of ports '-1-5': expected FIRST-LAST, from 1 to 65535", "--ports", "-1-5")]
    public void That_are_wrong_are_named(string problem, params string[] arguments) => Assert.Equal((null, problem), OptionParser.Parse(arguments));

    [Theory]
    [InlineData("tcp/none", 1)]
    [InlineData("tcp/*", 15)]
    [InlineData("*/none", 4 + 1)]
    [InlineData("{tcp,zero}/{none,reuse}", 4)]
    [InlineData("*", 60 + 27)]
    public void Pick_rows(string pattern, int count) => Assert.Equal(count, OptionParser.Parse(["--only", pattern]).Options!.Experiments.Count);

    [Fact]
    public void Pick_no_row_twice() => Assert.Equal(2, OptionParser.Parse(["--only", "tcp/none", "--only", "{tcp,zero}/none"]).Options!.Experiments.Count);

    [Fact]
    public async Task That_are_unknown_end_the_lab_with_2()
    {
        (int exitCode, string output, string errors) = await LabProcess.RunAsync("--fast");

        Assert.Equal(2, exitCode);
        Assert.Equal("unknown argument '--fast'\nTry --help.\n", errors);
        Assert.Empty(output);
    }

    [Fact]
    public async Task That_name_a_file_that_cannot_be_written_end_the_lab_before_it_begins()
    {
        (int exitCode, string output, string errors) = await LabProcess.RunAsync("--json", "/no/such/folder/file.json");

        Assert.Equal(2, exitCode);
        Assert.Contains("/no/such/folder/file.json", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Ask_for_help()
    {
        (int exitCode, string output, _) = await LabProcess.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All((string[])["--only", "--list", "--json", "--claims", "--ports", "Exit status"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_for_a_list_of_all_rows()
    {
        (int exitCode, string output, _) = await LabProcess.RunAsync("--list");

        Assert.Equal(0, exitCode);
        Assert.Equal(Options.AllExperiments().Select(row => row.Id), output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
    }
}
