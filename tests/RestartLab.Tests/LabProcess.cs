using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using RestartLab;

namespace SocketSetup.RestartLab.Tests;

/// <summary>The lab as somebody runs it: a process of its own. It never outlives its test.</summary>
internal sealed partial class LabProcess : IAsyncDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private const string Marker = "RESTART_LAB_RUN";

    private readonly Process _process;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly Task<string> _output;
    private readonly StringBuilder _errors = new();
    private int _progress;

    private LabProcess(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[Marker] = _run;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows it has said to be done with.</summary>
    public int RowsDone => Volatile.Read(ref _progress);

    public bool HasExited => _process.HasExited;

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public static LabProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs the lab to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using LabProcess lab = new(arguments);
        int exitCode = await lab.WaitForExitAsync();
        return (exitCode, await lab._output, lab.Errors);
    }

    public async Task<int> WaitForExitAsync()
    {
        await Bounded.WaitAsync(_process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return _process.ExitCode;
    }

    public void Send(int signal) => Assert.Equal(0, Signal(_process.Id, signal));

    /// <summary>A process inherits ignored signals: a run started in the background of a script ignores Ctrl+C.</summary>
    public bool Ignores(int signal)
    {
        string mask = File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    public void Kill() => _process.Kill();

    /// <summary>Every process that descends from this run, however it is related by now: the environment is inherited.</summary>
    public int[] Survivors() => [.. Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _))
        .Where(name => ReadEnvironment(name!).Contains($"{Marker}={_run}", StringComparison.Ordinal))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))];

    public async ValueTask DisposeAsync()
    {
        // Nothing happens to a process that has ended.
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Bounded.Limit, CancellationToken.None);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int processId, int signal);

    private static string ReadEnvironment(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or it is somebody else's.
            return "";
        }
    }

    private void KeepError(string? line)
    {
        if (line is null)
            return;
        lock (_errors)
            _errors.AppendLine(line);
        if (line.Contains('/', StringComparison.Ordinal))
            Interlocked.Increment(ref _progress);
    }
}
