using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SocketSetup.Package.Tests;

/// <summary>An assembly read as a file: it is never loaded, so nothing it references has to be there.</summary>
internal sealed class AssemblyImage
{
    public AssemblyImage(byte[] bytes)
    {
        using var image = new PEReader(new MemoryStream(bytes));
        MetadataReader metadata = image.GetMetadataReader();
        References = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), reference => reference.Version);
        ForeignTypes = metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name)).ToHashSet();
    }

    /// <summary>The assemblies it was compiled against, each with the version that a host must have at least.</summary>
    public IReadOnlyDictionary<string, Version> References { get; }

    /// <summary>The simple names of all types it uses from other assemblies, attributes included.</summary>
    public IReadOnlySet<string> ForeignTypes { get; }
}
