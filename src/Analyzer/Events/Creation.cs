using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>What a creation says of the address family.</summary>
internal enum FamilyProof
{
    /// <summary>Not told: it may be a Unix domain socket.</summary>
    None,

    /// <summary>IPv4 or IPv6, proven.</summary>
    IP,

    /// <summary>A Unix domain socket, proven.</summary>
    Unix,
}

/// <summary>What a creation says of the protocol.</summary>
internal enum ProtocolArgument
{
    NotConstant,

    /// <summary>The constant 0: <c>Unspecified</c>, <c>IP</c>, <c>IPv6HopByHopOptions</c>.</summary>
    Zero,

    Tcp,

    /// <summary>Another constant.</summary>
    Other,
}

/// <summary>One object creation that makes a socket, or an object that has one; or a call that accepts one.</summary>
internal sealed class Creation(IOperation operation, FamilyProof family, ProtocolArgument protocol, int? socketType)
{
    public IOperation Operation { get; private set; } = operation;

    public FamilyProof Family { get; } = family;

    public ProtocolArgument Protocol { get; } = protocol;

    public int? SocketType { get; } = socketType;

    /// <summary>Does it bind at once?</summary>
    public bool IsBound { get; init; }

    /// <summary>Does it connect at once, or come connected from a listener?</summary>
    public bool IsConnected { get; init; }

    /// <summary>Does it come from a listener?</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Is it an object that has a socket?</summary>
    public bool IsWrapper { get; init; }

    /// <summary>The argument that names the port, or the end point, of an object that has a socket; null where there is none.</summary>
    public IArgumentOperation? Address { get; init; }

    /// <summary>The argument that names the protocol; null where there is none.</summary>
    public SyntaxNode? ProtocolPlace { get; init; }

    /// <summary>The same, made by the operation.</summary>
    public Creation By(IOperation operation)
    {
        var copy = (Creation)MemberwiseClone();
        copy.Operation = operation;
        return copy;
    }

    public bool IsStream => SocketType == SocketConstants.SocketTypeStream;

    /// <summary>
    /// Null where the arguments are not in sight: a derived type, whose constructor chooses them, or a constructor
    /// that wraps a handle.
    /// </summary>
    public static Creation? Read(IObjectCreationOperation operation, SocketSymbols symbols, PathReader paths) =>
        SymbolEqualityComparer.Default.Equals(operation.Type, symbols.Socket) ? Read(operation, operation.Arguments, symbols, paths)
        : operation.Constructor is { } constructor && symbols.IsWrapper(operation.Type) ? ReadWrapper(operation, constructor, operation.Arguments, symbols)
        : null;

    /// <summary>Of <c>TcpListener.Create</c>, which makes a listener for both kinds of addresses; null of any other call.</summary>
    public static Creation? ReadFactory(IInvocationOperation call, SocketSymbols symbols) =>
        IsFactory(call, symbols) ? ReadWrapper(call, call.TargetMethod, call.Arguments, symbols) : null;

    public static bool IsFactory(IInvocationOperation call, SocketSymbols symbols) =>
        call.TargetMethod is { IsStatic: true, Name: "Create" } method && IsTcpListener(method.ContainingType, symbols);

    /// <summary>Of a call or property that gives an accepted socket. Nothing else is known of that.</summary>
    public static Creation OfAccepted(IOperation operation) => new(operation, FamilyProof.None, ProtocolArgument.NotConstant, null) { IsConnected = true, IsAccepted = true };

    /// <summary>The port, or the end point, that an object which has a socket is bound to; null where it is given none.</summary>
    public static IArgumentOperation? AddressOf(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name is "port" or "localEP");

    /// <summary>The constructors that take a port or an end point of their own bind at once; those that take a host connect.</summary>
    private static Creation ReadWrapper(IOperation operation, IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments, SocketSymbols symbols)
    {
        bool connects = constructor.Parameters.Any(parameter => parameter.Name == "hostname");
        bool isListener = IsTcpListener(constructor.ContainingType, symbols);
        bool isDatagram = constructor.ContainingType.Name == "UdpClient";
        return new Creation(operation, FamilyProof.IP, isDatagram ? ProtocolArgument.Other : ProtocolArgument.Tcp, isDatagram ? SocketConstants.SocketTypeDatagram : SocketConstants.SocketTypeStream)
        {
            IsWrapper = true,
            Address = AddressOf(arguments),
            IsConnected = connects,
            IsBound = !isListener && !connects && constructor.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Int32 || symbols.IsIPAddressOrEndPoint(parameter.Type)),
        };
    }

    /// <summary>Of a constructor of a derived type: null where it does not call one of <c>TcpListener</c>'s, or of <c>Socket</c>'s that takes arguments.</summary>
    public static Creation? ReadBase(IInvocationOperation call, SocketSymbols symbols, PathReader paths)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind != MethodKind.Constructor)
            return null;
        return SymbolEqualityComparer.Default.Equals(method.ContainingType, symbols.Socket) ? Read(call, call.Arguments, symbols, paths)
            : IsTcpListener(method.ContainingType, symbols) ? ReadWrapper(call, method, call.Arguments, symbols)
            : null;
    }

    private static bool IsTcpListener(INamedTypeSymbol type, SocketSymbols symbols) => type.Name == "TcpListener" && symbols.IsWrapper(type);

    private static Creation? Read(IOperation operation, ImmutableArray<IArgumentOperation> arguments, SocketSymbols symbols, PathReader paths)
    {
        if (Argument(arguments, "socketType") is not { } socketType)
            return null;
        IOperation? named = Argument(arguments, "protocolType");
        ProtocolArgument protocol = named is null ? ProtocolArgument.NotConstant : ProtocolOf(paths.Uncaptured(named));
        // The constructor throws for a Unix socket of protocol TCP, and the one without a family makes an IPv6 socket.
        FamilyProof family = Argument(arguments, "addressFamily") is { } argument && protocol != ProtocolArgument.Tcp
            ? FamilyOf(paths.Uncaptured(argument), symbols)
            : FamilyProof.IP;
        return new Creation(operation, family, protocol, Constants.Integer(paths.Uncaptured(socketType))) { ProtocolPlace = named?.Syntax };
    }

    public static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    private static ProtocolArgument ProtocolOf(IOperation value) => Constants.Integer(value) switch
    {
        null => ProtocolArgument.NotConstant,
        SocketConstants.ProtocolTypeUnspecified => ProtocolArgument.Zero,
        SocketConstants.ProtocolTypeTcp => ProtocolArgument.Tcp,
        _ => ProtocolArgument.Other,
    };

    private static FamilyProof FamilyOf(IOperation value, SocketSymbols symbols) => Constants.Integer(value) switch
    {
        SocketConstants.AddressFamilyInterNetwork or SocketConstants.AddressFamilyInterNetworkV6 => FamilyProof.IP,
        SocketConstants.AddressFamilyUnix => FamilyProof.Unix,
        null when Operands.Unwrap(value) is IPropertyReferenceOperation { Property.Name: "AddressFamily", Instance.Type: { } owner } =>
            symbols.IsIPAddressOrEndPoint(owner) ? FamilyProof.IP : SocketSymbols.DerivesFrom(owner, symbols.UnixDomainSocketEndPoint) ? FamilyProof.Unix : FamilyProof.None,
        _ => FamilyProof.None,
    };
}
