using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SocketSetup.Samples.Tests;

/// <summary>A sample that runs as a process of its own, and what it printed. It never outlives its test.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    private const string ReadyPrefix = "listening on port ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ServerProcess(string assembly, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string[] Output => [.. _output];

    public string[] Errors => [.. _errors];

    public int Id => _process.Id;

    public int Port { get; private set; }

    /// <summary>Starts the sample without waiting for anything: it may be about to end with an error.</summary>
    public static ServerProcess Launch(string assembly, params string[] arguments) => new(assembly, arguments);

    /// <summary>Starts the sample and waits until it listens. Port 0 lets the system pick one that is free.</summary>
    public static async Task<ServerProcess> StartAsync(string assembly, int port = 0)
    {
        ServerProcess server = Launch(assembly, port.ToString(CultureInfo.InvariantCulture));
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task WaitUntilReadyAsync()
    {
        string? ready = null;
        await WaitUntilAsync(
            () => (ready = FindReadyLine()) is not null || _process.HasExited, "the server listens or ends");

        // Waiting for the end of the process also waits for its last lines.
        if (ready is null)
            Assert.Fail($"The server ended with exit code {await WaitForExitAsync()}. {Describe()}");

        Port = int.Parse(ready[ReadyPrefix.Length..], CultureInfo.InvariantCulture);
    }

    public Task WaitForOutputAsync(string line) => WaitUntilAsync(() => _output.Contains(line), $"'{line}' is printed");

    public Task WaitForErrorAsync(string part) => WaitUntilAsync(
        () => _errors.Any(line => line.Contains(part, StringComparison.Ordinal)), $"'{part}' is printed as an error");

    public async Task<int> WaitForExitAsync()
    {
        try
        {
            await Bounded.WaitAsync(_process.WaitForExitAsync(TestContext.Current.CancellationToken));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The server still runs after {Bounded.Limit.TotalSeconds} s. {Describe()}");
        }

        return _process.ExitCode;
    }

    public async Task<int> StopAsync(int signal = Terminate)
    {
        Send(signal);
        return await WaitForExitAsync();
    }

    public void Send(int signal) => Assert.Equal(0, SendSignal(_process.Id, signal));

    /// <summary>A process inherits ignored signals: a run started in the background of a script ignores Ctrl+C.</summary>
    public bool Ignores(int signal)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        string mask = File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Bounded.Limit, CancellationToken.None);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }

    private string? FindReadyLine() => _output.FirstOrDefault(
        line => line.StartsWith(ReadyPrefix, StringComparison.Ordinal));

    private Task WaitUntilAsync(Func<bool> condition, string expectation) =>
        Bounded.UntilAsync(condition, expectation, Describe);

    private string Describe() => $"Output: {string.Join(" | ", _output)}. Errors: {string.Join(" | ", _errors)}.";
}
