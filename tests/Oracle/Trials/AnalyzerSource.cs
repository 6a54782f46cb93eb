namespace SocketSetup.Oracle.Trials;

/// <summary>The files of the analyzer, as they are in the tree that the oracle was built from.</summary>
internal static class AnalyzerSource
{
    private static readonly string[] Generated = ["bin", "obj"];

    private static string Folder { get; } = Path.Combine(FindRoot(), "src", "Analyzer");

    /// <summary>The paths below the folder of the analyzer, with slashes, and the texts.</summary>
    public static Dictionary<string, string> Read() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText)
        .Where(file => !Generated.Contains(file.Key.Split('/')[0]))
        .ToDictionary();

    /// <summary>The same, broken.</summary>
    public static Dictionary<string, string> Read(Trial trial)
    {
        Dictionary<string, string> files = Read();
        if (!files.TryGetValue(trial.File, out string? text))
            throw new InvalidOperationException($"The trial \"{trial.Name}\" is about {trial.File}, which is not there.");
        files[trial.File] = trial.Break(text);
        return files;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SocketSetup.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The oracle runs outside the repository.");
    }
}
