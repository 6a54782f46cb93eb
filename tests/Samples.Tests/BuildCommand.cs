using System.Diagnostics;

namespace SocketSetup.Samples.Tests;

/// <summary>Runs <c>dotnet build</c> as a child process that is killed when it takes too long.</summary>
internal static class BuildCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(string project, string output)
    {
        using Process process = Process.Start(Describe(project, output))!;
        try
        {
            Task<string> text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"The build of {project} failed:\n{await text}{await errors}");
        }
        finally
        {
            // Nothing happens to a process that has ended.
            process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Describe(string project, string output)
    {
        string[] arguments = ["build", project, "--output", output, "-nodeReuse:false", "-p:UseSharedCompilation=false"];
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(project),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test host that was itself started by a build hands on variables which would steer this build.
        string[] inherited = [.. start.Environment.Keys.Where(
            name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in inherited)
            start.Environment.Remove(name);

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }
}
