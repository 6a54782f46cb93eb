using System.Diagnostics;
using System.Globalization;

namespace RestartLab.Server;

/// <summary>A server that this lab runs, as a process of its own. It never outlives its experiment.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private string[] _start = [];

    private ServerProcess(Process process) => _process = process;

    public bool IsListening => _start is [Wire.Listening, ..];

    public bool IsRefused => string.Join(' ', _start.Take(2)) == Wire.InUse;

    /// <summary>SO_REUSEADDR/SO_REUSEPORT right before Bind.</summary>
    public string OptionsBeforeBind => IsListening ? _start[1] : "?";

    /// <summary>The same when all is set up.</summary>
    public string OptionsAfterListen => IsListening ? _start[2] : "?";

    public string Report => string.Join(' ', _start);

    /// <summary>Starts it and waits until it has said how that went.</summary>
    public static async Task<ServerProcess> StartAsync(Instance instance, int port, CancellationToken stop)
    {
        ServerProcess server = new(Process.Start(Describe(instance, port)) ?? throw new LaboratoryException("the program could not be started again"));
        try
        {
            server._start = (await server.ReadAsync("a server says how it started", stop)).Split(' ');
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one that has to listen, as nothing is in its way.</summary>
    public static async Task<ServerProcess> StartFirstAsync(Instance instance, int port, CancellationToken stop)
    {
        ServerProcess server = await StartAsync(instance, port, stop);
        if (server.IsListening)
            return server;
        await server.DisposeAsync();
        throw new LaboratoryException($"the first instance could not start: {server.Report}");
    }

    public async Task<string> TellAsync(string command, CancellationToken stop)
    {
        await _process.StandardInput.WriteLineAsync(command.AsMemory(), stop);
        await _process.StandardInput.FlushAsync(stop);
        return await ReadAsync($"a server answers to '{command}'", stop);
    }

    public async Task<int> CountAsync(CancellationToken stop) =>
        int.Parse(await TellAsync(Wire.Count, stop), CultureInfo.InvariantCulture);

    public Task WaitForClientAsync(CancellationToken stop) =>
        Bounded.UntilAsync(async () => await CountAsync(stop) > 0, "the server has its client", stop);

    /// <summary>A sudden death, as by the out-of-memory killer. The kernel closes the connections.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing happens to a process that has ended.
        _process.Kill();
        await WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(Instance instance, int port)
    {
        string program = Environment.ProcessPath ?? throw new LaboratoryException("the path of this program is unknown");

        // Under "dotnet RestartLab.dll" the process is dotnet, and the program its argument.
        bool isHosted = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] self = isHosted ? [typeof(ServerProcess).Assembly.Location] : [];
        return new ProcessStartInfo(program, [.. self, ServerRole.Argument, .. instance.ToArguments(port)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
    }

    private async Task<string> ReadAsync(string expectation, CancellationToken stop) =>
        await Bounded.WaitAsync(_process.StandardOutput.ReadLineAsync(stop).AsTask(), expectation, stop)
        ?? throw new LaboratoryException($"a server ended before {expectation}");

    private Task WaitForExitAsync() => _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Bounded.Limit, CancellationToken.None);
}
