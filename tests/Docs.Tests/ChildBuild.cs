using System.Diagnostics;

namespace SocketSetup.Docs.Tests;

/// <summary>Runs <c>dotnet</c> as a reader would, in a process that is killed when it takes too long.</summary>
internal static class ChildBuild
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string[] Foreign =
        ["MSBuild", "DOTNET_CLI_TEST", "DOTNET_CLI_CONTEXT", "DOTNET_STARTUP_HOOKS", "TESTINGPLATFORM_", "VSTEST_", "CORECLR_", "COR_"];

    /// <param name="project">The folder to build, below the root of the tree.</param>
    /// <param name="artifacts">Takes all that the build writes, so that it meets no other build of the tree.</param>
    /// <returns>What the build printed.</returns>
    public static Task<string> RunAsync(string project, string artifacts) =>
        RunDotNetAsync("build", project, "--artifacts-path", artifacts, "-nodeReuse:false", "-p:UseSharedCompilation=false");

    /// <returns>What the command printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    public static Task<string> RunDotNetAsync(params string[] arguments) =>
        RunAsync(Describe(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments));

    /// <param name="variable">Of the environment of the script, with its value.</param>
    /// <param name="script">Its path, and then its arguments.</param>
    /// <returns>What the script printed, errors aside.</returns>
    public static Task<string> RunScriptAsync((string Name, string Value) variable, params string[] script)
    {
        ProcessStartInfo start = Describe("bash", script);
        start.Environment[variable.Name] = variable.Value;
        return RunAsync(start);
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(TestContext.Current.CancellationToken)).WaitAsync(Limit, TestContext.Current.CancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{await output}{await errors}");
        }
        finally
        {
            // Nothing happens to a process that has ended.
            process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Describe(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test run leaves in the environment would steer the build.
        string[] inherited = [.. start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))];
        foreach (string name in inherited)
            start.Environment.Remove(name);
        // A server that outlives the build would keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
