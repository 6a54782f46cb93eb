namespace SocketSetup.Package.Tests;

/// <summary>
/// What a release of Roslyn references, itself and through its System.Memory. A host that carries this release carries
/// those versions, and may carry no newer ones: they are the newest that an analyzer for it can ask for.
/// </summary>
internal static class RoslynRelease
{
    public static IReadOnlyDictionary<string, Version> NewestReferences(string release) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Roslyn", release), "*.dll")
            .SelectMany(file => new AssemblyImage(File.ReadAllBytes(file)).References)
            .GroupBy(reference => reference.Key, reference => reference.Value)
            .ToDictionary(versions => versions.Key, versions => versions.Max()!);
}
