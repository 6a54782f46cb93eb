using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Reads which address option a call sets, from whichever overload and however the arguments are written.</summary>
internal static class SocketOption
{
    /// <summary>The event of a <c>SetSocketOption</c> call; null where it sets another option, or throws.</summary>
    public static SocketEventKind? OfManaged(IInvocationOperation call)
    {
        if (Argument(call, "optionLevel") is not { } level || Argument(call, "optionName") is not { } name || Argument(call, "optionValue") is not { } value)
            return null;
        if (Constants.Integer(level.Value) is SocketConstants.OptionLevelIP or SocketConstants.OptionLevelIPv6)
            return Constants.Integer(name.Value) is SocketConstants.OptionAddMembership or SocketConstants.OptionAddSourceMembership ? SocketEventKind.JoinedGroup : null;
        if (Constants.Integer(level.Value) is not (null or SocketConstants.OptionLevelSocket) || value.Parameter?.Type.SpecialType == SpecialType.System_Object)
            return null;
        return Constants.Integer(name.Value) switch
        {
            // An option or a level chosen at run time may be the one: as good as unseen.
            null => SocketEventKind.Escaped,
            SocketConstants.OptionReuseAddress or SocketConstants.OptionExclusiveAddressUse when Constants.Integer(level.Value) is null => SocketEventKind.Escaped,
            SocketConstants.OptionReuseAddress when Constants.Integer(value.Value) == 0 => SocketEventKind.ReuseAddressCleared,
            SocketConstants.OptionReuseAddress => SocketEventKind.ReuseAddressSet,
            SocketConstants.OptionExclusiveAddressUse => OfExclusiveAddressUse(value.Value),
            _ => null,
        };
    }

    /// <summary>The event of giving <c>ExclusiveAddressUse</c> the value.</summary>
    public static SocketEventKind OfExclusiveAddressUse(IOperation value) => Constants.Integer(value) switch
    {
        null => SocketEventKind.ExclusiveAddressUseVaried,
        0 => SocketEventKind.ExclusiveAddressUseCleared,
        _ => SocketEventKind.ExclusiveAddressUseSet,
    };

    /// <summary>The value that the operation gives an address option; null where it is not constant.</summary>
    public static bool? ValueOf(IOperation set) => set switch
    {
        IInvocationOperation call when Argument(call, "optionValue") is { } value => Flag(value.Value),
        ISimpleAssignmentOperation assignment => Flag(assignment.Value),
        _ => null,
    };

    private static bool? Flag(IOperation value) => Constants.Integer(value) is { } number ? number != 0 : null;

    /// <summary>The event of a <c>SetRawSocketOption</c> call; null where it sets another option.</summary>
    public static SocketEventKind? OfNative(IInvocationOperation call)
    {
        if (Argument(call, "optionLevel") is not { } level || Argument(call, "optionName") is not { } name)
            return null;
        return (Constants.Integer(level.Value), Constants.Integer(name.Value)) switch
        {
            (SocketConstants.LinuxLevelSocket, SocketConstants.LinuxReuseAddress) or (SocketConstants.NativeLevelSocket, SocketConstants.NativeReuseAddress) => SocketEventKind.NativeReuseAddressSet,
            (SocketConstants.LinuxLevelSocket, SocketConstants.LinuxReusePort) or (SocketConstants.NativeLevelSocket, SocketConstants.NativeReusePort) => SocketEventKind.NativeReusePortSet,
            // Careful programs choose the numbers by operating system: a number that is not constant may be any of these.
            (null or SocketConstants.LinuxLevelSocket, null or SocketConstants.LinuxReuseAddress or SocketConstants.LinuxReusePort) or
            (null or SocketConstants.NativeLevelSocket, null or SocketConstants.NativeReuseAddress or SocketConstants.NativeReusePort) => SocketEventKind.NativeOptionSet,
            _ => null,
        };
    }

    private static IArgumentOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);
}
