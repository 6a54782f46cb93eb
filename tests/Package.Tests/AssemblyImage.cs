using System.Reflection;
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
        ForeignMembers = MembersIn(metadata);
        NativeMethods = [.. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(IsNative).Select(method => metadata.GetString(method.Name))];
    }

    /// <summary>The assemblies it was compiled against, each with the version that a host must have at least.</summary>
    public IReadOnlyDictionary<string, Version> References { get; }

    /// <summary>The simple names of all types it uses from other assemblies, attributes included.</summary>
    public IReadOnlySet<string> ForeignTypes { get; }

    /// <summary>The full names of all members it uses from other assemblies, and of the types it uses no member of.</summary>
    public IReadOnlySet<string> ForeignMembers { get; }

    /// <summary>The methods whose body is in another, native library.</summary>
    public IReadOnlyList<string> NativeMethods { get; }

    private static HashSet<string> MembersIn(MetadataReader metadata)
    {
        var members = new HashSet<string>();
        var owners = new HashSet<TypeReferenceHandle>();
        foreach (MemberReference member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            // The member of a generic type has its instance for a parent; the type itself is among the references all the same.
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            var owner = (TypeReferenceHandle)member.Parent;
            owners.Add(owner);
            members.Add($"{FullName(metadata, owner)}.{metadata.GetString(member.Name)}");
        }
        members.UnionWith(metadata.TypeReferences.Where(type => !owners.Contains(type)).Select(type => FullName(metadata, type)));
        return members;
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string outer = type.ResolutionScope.Kind == HandleKind.TypeReference ? FullName(metadata, (TypeReferenceHandle)type.ResolutionScope) : metadata.GetString(type.Namespace);
        return $"{outer}.{metadata.GetString(type.Name)}";
    }

    private static bool IsNative(MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.PinvokeImpl) || (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) is MethodImplAttributes.Native;
}
