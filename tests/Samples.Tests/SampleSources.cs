namespace SocketSetup.Samples.Tests;

/// <summary>The samples as they stand in the repository, and the one line that the code fix writes into them.</summary>
internal static class SampleSources
{
    public const string InsertedLine =
        "        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    private static readonly string Directory = Path.Combine(FindRepository(), "samples");

    public static string[] ReadListener(string sample) =>
        File.ReadAllLines(Path.Combine(Directory, sample, "Listener.cs"));

    public static string Read(string sample, string file) => File.ReadAllText(Path.Combine(Directory, sample, file));

    public static IEnumerable<string> CodeFilesOf(string sample) =>
        System.IO.Directory.EnumerateFiles(Path.Combine(Directory, sample), "*.cs").Select(Path.GetFileName)!;

    /// <summary>Copies the files that are written by hand; what an earlier build left beside them stays behind.</summary>
    public static void Copy(string sample, string destination)
    {
        System.IO.Directory.CreateDirectory(destination);
        foreach (string file in System.IO.Directory.EnumerateFiles(Path.Combine(Directory, sample)))
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
    }

    public static string[] InsertBeforeBind(string[] lines)
    {
        int bind = Array.FindIndex(lines, line => line.StartsWith("        listener.Bind(", StringComparison.Ordinal));
        Assert.True(bind >= 0, "The listener of the sample has no Bind statement.");
        return [.. lines[..bind], InsertedLine, .. lines[bind..]];
    }

    private static string FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SocketSetup.slnx")))
            directory = directory.Parent;

        return directory?.FullName
            ?? throw new DirectoryNotFoundException($"No SocketSetup.slnx above {AppContext.BaseDirectory}.");
    }
}
