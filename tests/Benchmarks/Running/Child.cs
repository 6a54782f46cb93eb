using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SocketSetup.Benchmarks.Running;

/// <summary>Runs <c>dotnet</c> and says what processor time it took, with all processes that it started and waited for.</summary>
internal static class Child
{
    private const int OfChildren = -1;

    /// <returns>Seconds.</returns>
    /// <exception cref="PlatformNotSupportedException">The system does not add up the times of children: Windows.</exception>
    public static double DotNet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        // A server that outlives the command would do its work in no child of ours.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        double before = SecondsOfChildren();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? SecondsOfChildren() - before
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private static double SecondsOfChildren()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("The processor time of children is known on Linux and macOS.");
        // struct rusage: the times of the user and of the system, each in seconds and microseconds, and then fourteen counts.
        long[] usage = new long[18];
        Marshal.ThrowExceptionForHR(GetResourceUsage(OfChildren, usage));
        return usage[0] + usage[2] + (((int)usage[1] + (int)usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
