using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Tests;

/// <summary>The reference assemblies of .NET 8, as files: each Roslyn under test reads them for itself.</summary>
internal static class Net80
{
    public static IReadOnlyList<PortableExecutableReference> References { get; } = [.. Directory.GetFiles(Folder, "*.dll").Order(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file))];

    private static string Folder => typeof(Net80).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ReferenceFolder").Value!;
}
