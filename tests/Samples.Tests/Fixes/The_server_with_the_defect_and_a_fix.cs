namespace SocketSetup.Samples.Tests.Fixes;

public sealed class The_server_with_the_defect_and_a_fix(FixedServers servers) : IClassFixture<FixedServers>
{
    public static TheoryData<string> Titles => [.. Promise.All.Select(promise => promise.Title)];

    public static TheoryData<string, string> Pairs => [.. from promise in Promise.All from other in Promise.All where other != promise select (promise.Title, other.Title)];

    [Fact]
    public void Is_promised_something_by_every_title_that_an_editor_shows()
    {
        SkipElsewhere();
        Assert.Equal(Promise.All.Select(promise => promise.Title).Order(), servers.ByTitle.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Restarts_and_meets_a_second_instance_as_the_title_says(string title)
    {
        SkipElsewhere();
        Promise promise = Of(title);
        ObservedEdit observed = servers.ByTitle[title];

        Assert.Equal(promise.Behaviour, observed.Behaviour);
        Assert.Equal(promise.Added, observed.Edit.Added);
        Assert.Equal(promise.Removed, observed.Edit.Removed);
        Assert.True(promise.IsKeptBy(observed));
    }

    /// <summary>So a fix that wrote what another should write would be found.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Does_not_keep_the_promise_of_another_title(string title, string other)
    {
        SkipElsewhere();
        Promise promise = Of(title);
        ObservedEdit observed = servers.ByTitle[other];

        Assert.False(promise.IsKeptBy(observed));
        Assert.Equal(promise.Behaviour == Of(other).Behaviour, promise.IsKeptInTheKernelBy(observed));
    }

    [Fact]
    public async Task Does_not_restart_before_it_is_fixed()
    {
        SkipElsewhere();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("echo-server-defect-");
        try
        {
            string assembly = await SampleProgram.CompileAsync(SampleSources.Read("EchoServer.Before", SampleProgram.Listener), folder.FullName);
            Assert.Equal(new Behaviour(Restarts: false, IsShared: false), await Behaviour.ObserveAsync(assembly));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Promise Of(string title) => Promise.All.Single(promise => promise.Title == title);

    private static void SkipElsewhere() => Assert.SkipUnless(OperatingSystem.IsLinux(), "What the kernel answers is known for Linux only.");
}
