using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// A variable as the program reaches it: a local, a parameter, or a field or auto-property of one of these, of
/// <c>this</c> or of a type. Interned by <see cref="AccessPaths"/>, so equal paths are the same object.
/// </summary>
internal sealed class AccessPath
{
    internal AccessPath(int id, AccessPath? owner, object key, ITypeSymbol? type, bool canHoldSocket)
    {
        CanHoldSocket = canHoldSocket;
        Id = id;
        Owner = owner;
        Key = key;
        Type = type;
    }

    /// <summary>The number of the path within its body.</summary>
    public int Id { get; }

    /// <summary>The path up to the last dot; null for a root.</summary>
    public AccessPath? Owner { get; }

    /// <summary>A symbol; or, for what has no name, the capture or the operation.</summary>
    public object Key { get; }

    public ITypeSymbol? Type { get; }

    /// <summary>Can the variable hold a socket, so that facts are kept of it?</summary>
    public bool CanHoldSocket { get; }

    /// <summary>The field, property, local or parameter at its end; null for what has no name.</summary>
    public ISymbol? Symbol => Key as ISymbol;

    public AccessPath Root => Owner is null ? this : Owner.Root;

    /// <summary>Can other bodies reach it: a field or property, of an object or static?</summary>
    public bool OutlivesBody => Owner is not null && Symbol is not null;

    /// <summary>Does its value go to the caller: as what the function gives back, or by a parameter?</summary>
    public bool GoesOut => Root.Key is ValueTuple<Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph, string> or IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out };

    /// <summary>Does its value go to another body that way? What a nested function gives back where it is called stays here.</summary>
    public bool LeavesBody => GoesOut && Root.Key is not ValueTuple<Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph, string> { Item1.Parent: not null };

    public bool StartsWith(AccessPath prefix)
    {
        for (AccessPath? path = this; path is not null; path = path.Owner)
        {
            if (ReferenceEquals(path, prefix))
                return true;
        }
        return false;
    }
}
