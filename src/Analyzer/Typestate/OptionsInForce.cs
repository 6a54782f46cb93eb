using SocketSetup.Analyzers.Events;
using static SocketSetup.Analyzers.Events.SocketEventKind;

namespace SocketSetup.Analyzers.Typestate;

/// <summary>
/// Which calls the address options of a socket have their values from, on one path: a second, small table beside
/// <see cref="SetupProtocol"/>, of what constants are known to be in force.
/// </summary>
/// <param name="Reuse">What set <c>ReuseAddress</c> to true.</param>
/// <param name="Exclusive">What set <c>ExclusiveAddressUse</c> to true.</param>
/// <param name="Opened">What turned SO_REUSEPORT on, as the managed options do off Windows.</param>
internal sealed record OptionsInForce(SocketEvent? Reuse, SocketEvent? Exclusive, SocketEvent? Opened)
{
    /// <summary>Nothing is known to be set.</summary>
    public static readonly OptionsInForce None = new(null, null, null);

    /// <summary>What is in force after the event.</summary>
    public OptionsInForce After(SocketEvent set) => set.Kind switch
    {
        ReuseAddressSet when SocketOption.ValueOf(set.Operation) is true => this with { Reuse = set, Opened = set },
        ReuseAddressSet or ReuseAddressCleared => Known(this with { Reuse = null, Opened = null }),
        ExclusiveAddressUseSet => this with { Exclusive = set, Opened = null },
        ExclusiveAddressUseCleared => this with { Exclusive = null, Opened = set },
        ExclusiveAddressUseVaried => Known(this with { Exclusive = null, Opened = null }),
        // Only the native option tells the one from the other.
        NativeReusePortSet or NativeOptionSet => Known(this with { Opened = null }),
        Bound => Known(this with { Opened = null }),
        // A decision that cannot be seen, and the next socket of a listener.
        Escaped or Stopped or Closed => None,
        _ => this,
    };

    private static OptionsInForce Known(OptionsInForce options) => options is { Reuse: null, Exclusive: null, Opened: null } ? None : options;
}
