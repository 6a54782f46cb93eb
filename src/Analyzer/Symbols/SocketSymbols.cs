using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>The types and members of the socket API in one compilation, looked up once.</summary>
internal sealed class SocketSymbols
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> owners = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> wrappers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> types = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? eventArguments;
    private readonly IAssemblySymbol assembly;

    /// <param name="compilation">The compilation.</param>
    /// <param name="socket">What <see cref="FindSocket"/> found in it.</param>
    public SocketSymbols(Compilation compilation, INamedTypeSymbol socket)
    {
        Socket = socket;
        assembly = compilation.Assembly;
        IPEndPoint = Find(compilation, "System.Net.IPEndPoint");
        IPAddress = Find(compilation, "System.Net.IPAddress");
        UnixDomainSocketEndPoint = Find(compilation, "System.Net.Sockets.UnixDomainSocketEndPoint");
        eventArguments = Find(compilation, "System.Net.Sockets.SocketAsyncEventArgs");
        foreach (string name in new[] { "TcpListener", "TcpClient", "UdpClient" })
        {
            if (Find(compilation, "System.Net.Sockets." + name) is { } wrapper)
                wrappers.Add(wrapper);
        }
        types.UnionWith(wrappers);
        types.Add(socket);
        if (Find(compilation, "System.Net.Sockets.SocketTaskExtensions") is { } taskExtensions)
            types.Add(taskExtensions);
    }

    /// <summary><c>System.Net.Sockets.Socket</c>.</summary>
    public INamedTypeSymbol Socket { get; }

    public INamedTypeSymbol? IPEndPoint { get; }

    public INamedTypeSymbol? IPAddress { get; }

    public INamedTypeSymbol? UnixDomainSocketEndPoint { get; }

    public AutoProperties AutoProperties { get; } = new();

    /// <summary>
    /// Null where the compilation does not know the framework's socket: not referenced, ambiguous, or a type of that
    /// name in the compilation's own source, of which nothing is known.
    /// </summary>
    public static INamedTypeSymbol? FindSocket(Compilation compilation) =>
        Find(compilation, "System.Net.Sockets.Socket") is { } socket && !SymbolEqualityComparer.Default.Equals(socket.ContainingAssembly, compilation.Assembly) ? socket : null;

    /// <summary>What the member does to a socket; overrides do what they override.</summary>
    public SocketMember MemberOf(ISymbol symbol)
    {
        SocketMember member = Classify(symbol);
        if (member == SocketMember.Unrelated)
            return member;
        for (ISymbol? current = symbol.OriginalDefinition; current is not null; current = Overridden(current))
        {
            if (current.ContainingType is not { } type)
                return SocketMember.Unrelated;
            if (type.SpecialType == SpecialType.System_IDisposable || types.Contains(type))
                return member;
            if (symbol.Name == "AcceptSocket" && SymbolEqualityComparer.Default.Equals(type, eventArguments))
                return SocketMember.AcceptedSocket;
        }
        return SocketMember.Unrelated;
    }

    /// <summary>Is it <c>Socket</c> or derived from it, or an object that is set up like one because it has one?</summary>
    public bool IsSocket(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named && (SymbolEqualityComparer.Default.Equals(named, Socket) || wrappers.Contains(named)))
                return true;
        }
        return false;
    }

    /// <summary>Can the program set native options?</summary>
    public bool HasNativeOptions => !Socket.GetMembers("SetRawSocketOption").IsEmpty;

    /// <summary>Is it <c>TcpListener</c>, <c>TcpClient</c> or <c>UdpClient</c> itself?</summary>
    public bool IsWrapper(ITypeSymbol? type) => type is INamedTypeSymbol named && wrappers.Contains(named);

    /// <summary>Can a variable of the type hold a socket?</summary>
    public bool CanHoldSocket(ITypeSymbol? type) =>
        type is not null && (type.SpecialType is SpecialType.System_Object or SpecialType.System_IDisposable || type.TypeKind == TypeKind.TypeParameter || IsSocket(type));

    /// <summary>Is it declared in this compilation? Another project's source is code that cannot be seen.</summary>
    public bool IsInSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

    /// <summary>Is it a type in source with a field or auto-property for a socket?</summary>
    public bool OwnsSocket(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false } && IsInSource(current); current = current.BaseType)
        {
            if (!owners.TryGetValue(current, out bool owns))
                owns = owners.GetOrAdd(current, current.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false } field && IsSocket(field.Type)));
            if (owns)
                return true;
        }
        return false;
    }

    /// <summary>Does the type have the address of an IP socket and of no other?</summary>
    public bool IsIPAddressOrEndPoint(ITypeSymbol? type) => DerivesFrom(type, IPEndPoint) || DerivesFrom(type, IPAddress);

    public static bool DerivesFrom(ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        for (ITypeSymbol? current = type; current is not null && ancestor is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }
        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        _ => null,
    };

    private static SocketMember Classify(ISymbol member) => member.Name switch
    {
        "Bind" => SocketMember.Bind,
        "Listen" => SocketMember.Listen,
        "Accept" or "AcceptAsync" or "BeginAccept" => SocketMember.Accept,
        "AcceptSocket" or "AcceptSocketAsync" or "BeginAcceptSocket" or "AcceptTcpClient" or "AcceptTcpClientAsync" or "BeginAcceptTcpClient" => SocketMember.Accept,
        "Client" or "Server" => SocketMember.Inner,
        "Start" => SocketMember.Start,
        "Stop" => SocketMember.Stop,
        "EndAccept" or "EndAcceptSocket" or "EndAcceptTcpClient" => SocketMember.EndAccept,
        "Connect" or "ConnectAsync" or "EndConnect" => SocketMember.Connect,
        "BeginConnect" => SocketMember.BeginConnect,
        "Disconnect" or "DisconnectAsync" or "BeginDisconnect" => SocketMember.Disconnect,
        "JoinMulticastGroup" => SocketMember.JoinGroup,
        "Close" or "Dispose" => SocketMember.Close,
        "SetSocketOption" => SocketMember.SetOption,
        "SetRawSocketOption" => SocketMember.SetNativeOption,
        "ExclusiveAddressUse" => SocketMember.ExclusiveAddressUse,
        "Handle" or "SafeHandle" => SocketMember.Handle,
        _ => SocketMember.Unrelated,
    };

#pragma warning disable RS0030 // This is the one file that looks types up by name.
    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName(name);
#pragma warning restore RS0030
}
