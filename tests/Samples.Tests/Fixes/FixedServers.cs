namespace SocketSetup.Samples.Tests.Fixes;

/// <summary>Each fix is applied, compiled and run once; the tests compare what came of it with all that is promised.</summary>
public sealed class FixedServers : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("echo-server-fixed-");

    public IReadOnlyDictionary<string, ObservedEdit> ByTitle { get; private set; } = new Dictionary<string, ObservedEdit>();

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Dictionary<string, ObservedEdit> observed = [];
        foreach (Edit edit in await Lightbulb.FindEditsAsync(SampleSources.Read("EchoServer.Before", SampleProgram.Listener)))
        {
            string assembly = await SampleProgram.CompileAsync(edit.After, _root.CreateSubdirectory($"{observed.Count}").FullName);
            observed.Add(edit.Title, new ObservedEdit(edit, await Behaviour.ObserveAsync(assembly)));
        }

        ByTitle = observed;
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
