using System.Reflection;

namespace SocketSetup.Package.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class RepositoryTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder that the packages of these tests were restored to.</summary>
    public static string PackageFolder { get; } = typeof(RepositoryTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(PackageFolder)).Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>What the project at <paramref name="project"/> gives <paramref name="property"/>, after the targets it is asked to run.</summary>
    public static async Task<string> ReadPropertyAsync(string project, string property, params string[] arguments)
    {
        string[] command = ["msbuild", project, $"-getProperty:{property}", "-nodeReuse:false", .. arguments];
        return (await ChildProcess.RunDotNetAsync(Root, new Dictionary<string, string?>(), command)).Trim();
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SocketSetup.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the folder of SocketSetup.slnx.");
    }
}
