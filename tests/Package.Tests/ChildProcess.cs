using System.Diagnostics;
using System.Text;

namespace SocketSetup.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a user would, in a process of its own that cannot outlive its time.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>What the process wrote to both of its streams.</returns>
    /// <exception cref="InvalidOperationException">The process failed or did not end in time; the message has its output.</exception>
    public static async Task<string> RunDotNetAsync(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        (int exitCode, string output) = await EndDotNetAsync(folder, environment, arguments);
        return exitCode == 0 ? output : throw Failure($"ended with {exitCode}", arguments, output);
    }

    /// <returns>How the process ended, whether it failed or not, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">The process did not end in time.</exception>
    public static async Task<(int ExitCode, string Output)> EndDotNetAsync(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using var process = new Process { StartInfo = Describe(folder, environment, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);

        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(Patience);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
            throw Failure("did not end in time", arguments, Read(output));
        }

        return (process.ExitCode, Read(output));
    }

    private static ProcessStartInfo Describe(string folder, IReadOnlyDictionary<string, string?> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;
        return start;
    }

    // The two streams are read on threads of their own.
    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static string Read(StringBuilder output)
    {
        lock (output)
            return output.ToString();
    }

    private static InvalidOperationException Failure(string what, string[] arguments, string output) =>
        new($"dotnet {string.Join(' ', arguments)} {what}:{Environment.NewLine}{output}");
}
