namespace SocketSetup.Docs.Tests;

/// <summary>The files of the tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = [".git", "artifacts", "bin", "obj", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every page that was written by hand.</summary>
    public static IEnumerable<string> Pages() =>
        Walk(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The pages that explain the product: their code is compiled and their commands are known.</summary>
    public static IEnumerable<string> Guides() =>
        Pages().Where(page => page is "README.md" or "README.zh-Hans.md" or "CONTRIBUTING.md" or "src/Package/README.md" || page.StartsWith("docs/", StringComparison.Ordinal));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Concat(
            Directory.EnumerateDirectories(folder).Where(child => !Generated.Contains(Path.GetFileName(child))).SelectMany(Walk));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SocketSetup.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
