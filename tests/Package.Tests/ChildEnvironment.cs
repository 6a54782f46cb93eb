namespace SocketSetup.Package.Tests;

/// <summary>
/// What a test run leaves in its environment would reach the builds that the tests start: the paths of the MSBuild that
/// runs the tests, the settings of the test host, the profiler of a coverage run.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly string[] ForeignPrefixes =
        ["MSBuild", "DOTNET_CLI_TEST", "DOTNET_CLI_CONTEXT", "DOTNET_STARTUP_HOOKS", "TESTINGPLATFORM_", "VSTEST_", "CORECLR_", "COR_"];

    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsForeign).ToArray())
            environment.Remove(name);

        // A server that outlives the build keeps its output open, and the wait for its end would never return.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["UseSharedCompilation"] = "false";

        // The tests read the output.
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
    }

    private static bool IsForeign(string name) =>
        ForeignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
