namespace SocketSetup.Samples.Tests;

public sealed class The_listeners_of_the_two_servers
{
    private readonly string[] _echoServer = SampleSources.ReadListener("EchoServer");
    private readonly string[] _before = SampleSources.ReadListener("EchoServer.Before");

    [Fact]
    public void Differ_in_the_first_comment_the_protocol_and_one_inserted_line_only()
    {
        Assert.Single(_before, line => line.Contains("ProtocolType.Unspecified", StringComparison.Ordinal));
        string[] expected = [.. SampleSources.InsertBeforeBind(_before).Select(
            line => line.Replace("ProtocolType.Unspecified", "ProtocolType.Tcp", StringComparison.Ordinal))];
        expected[0] = _echoServer[0];

        Assert.Equal(expected, _echoServer);
    }

    [Fact]
    public void Say_in_their_first_line_which_one_has_the_defect()
    {
        Assert.StartsWith("// ", _echoServer[0], StringComparison.Ordinal);
        Assert.DoesNotContain("defect", _echoServer[0], StringComparison.Ordinal);
        Assert.StartsWith("// Keeps a defect on purpose", _before[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Are_the_only_files_that_are_not_shared()
    {
        Assert.Equal(["Listener.cs"], SampleSources.CodeFilesOf("EchoServer.Before"));
    }
}
