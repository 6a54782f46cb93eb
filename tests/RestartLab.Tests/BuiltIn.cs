using Json.Schema;

namespace SocketSetup.RestartLab.Tests;

/// <summary>The two files that stand beside the lab in the repository.</summary>
internal static class BuiltIn
{
    private static readonly string Folder = Path.Combine(FindRepository(), "samples", "RestartLab");

    public static string Claims() => File.ReadAllText(Path.Combine(Folder, "Claims", "claims.json"));

    public static JsonSchema Schema() => JsonSchema.FromFile(Path.Combine(Folder, "restart-lab.schema.json"));

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SocketSetup.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
