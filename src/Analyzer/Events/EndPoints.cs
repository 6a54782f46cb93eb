using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads the end point that a bind names.</summary>
internal static class EndPoints
{
    public static IOperation? Of(IInvocationOperation bind) => bind.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "localEP")?.Value;

    /// <summary>Is it an IP end point, by its static type?</summary>
    public static bool IsIP(IOperation endPoint, SocketSymbols symbols) => symbols.IsIPAddressOrEndPoint(Operands.Unwrap(endPoint).Type);

    public static bool IsUnix(IOperation endPoint, SocketSymbols symbols) => SocketSymbols.DerivesFrom(Operands.Unwrap(endPoint).Type, symbols.UnixDomainSocketEndPoint);

    /// <summary>
    /// Does it name port 0 as a constant: in the call, or through a local, readonly field or get-only property whose
    /// only value does?
    /// </summary>
    public static bool IsEphemeral(IOperation endPoint, SocketSymbols symbols, SingleValues values, CancellationToken cancellation)
    {
        IOperation operation = Operands.Unwrap(endPoint);
        if (operation is not IObjectCreationOperation)
            operation = values.Of(operation, cancellation) is { } value ? Operands.Unwrap(value) : operation;
        return operation is IObjectCreationOperation { Initializer: null } creation
            && SymbolEqualityComparer.Default.Equals(creation.Type, symbols.IPEndPoint)
            && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "port") is { } port
            && Constants.Integer(port.Value) == 0;
    }
}
