using System.Diagnostics;
using System.IO.Compression;

namespace SocketSetup.Package.Tests;

/// <summary>
/// Two clean builds of the package, each from a copy of the sources in a folder of its own, at the same commit of a
/// repository that has a public address.
/// </summary>
public sealed class CleanPacks : IAsyncLifetime
{
    /// <summary>A name that is reserved for documentation.</summary>
    public const string RepositoryUrl = "https://github.com/example/socket-setup";

    private static readonly string[] Sources = ["src", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "CHANGELOG.md"];

    private readonly string folder = Directory.CreateTempSubdirectory("SocketSetup.CleanPacks-").FullName;

    public IReadOnlyDictionary<string, byte[]> First { get; private set; } = null!;

    public IReadOnlyDictionary<string, byte[]> Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        First = await PackAsync("one");
        Second = await PackAsync("another");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> PackAsync(string name)
    {
        string root = Path.Combine(folder, name);
        foreach (string source in Sources)
            Copy(RepositoryTree.PathOf(source), Path.Combine(root, source));
        Git(root, "init", "--quiet");
        Git(root, "remote", "add", "origin", RepositoryUrl);
        Git(root, "add", "--all");
        Git(root, "-c", "user.name=SocketSetup", "-c", "user.email=tests@example.com", "commit", "--quiet", "--no-gpg-sign", "-m", "A release");

        await ChildProcess.RunDotNetAsync(
            root, new Dictionary<string, string?>(), "pack", "src/Package", "--configuration", "Release", "--output", "feed",
            "-p:ContinuousIntegrationBuild=true", "-p:RepositoryUrl=" + RepositoryUrl, "-nodeReuse:false");

        using ZipArchive archive = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Path.Combine(root, "feed"))));
        var entries = new Dictionary<string, byte[]>();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream content = entry.Open();
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            entries.Add(entry.FullName, bytes.ToArray());
        }
        return entries;
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }
        foreach (string entry in Directory.GetFileSystemEntries(from).Where(entry => Path.GetFileName(entry) is not ("bin" or "obj")))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }

    private static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        // The same commit in both folders.
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z";
        foreach (string name in start.Environment.Keys.Where(name => name is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_INDEX_FILE").ToArray())
            start.Environment.Remove(name);
        using Process git = Process.Start(start)!;
        Task<string> errors = git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!git.WaitForExit(TimeSpan.FromMinutes(1)))
            git.Kill(entireProcessTree: true);
        Assert.True(git.WaitForExit(TimeSpan.FromSeconds(10)) && git.ExitCode == 0, $"git {string.Join(' ', arguments)}: {(errors.IsCompleted ? errors.Result : "")}");
    }
}
