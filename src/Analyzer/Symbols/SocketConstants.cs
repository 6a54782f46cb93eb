namespace SocketSetup.Analyzers.Symbols;

/// <summary>Values of the enums in System.Net.Sockets, and of the native options behind them.</summary>
internal static class SocketConstants
{
    public const int AddressFamilyUnix = 1;
    public const int AddressFamilyInterNetwork = 2;
    public const int AddressFamilyInterNetworkV6 = 23;

    public const int SocketTypeStream = 1;
    public const int SocketTypeDatagram = 2;

    public const int ProtocolTypeUnspecified = 0;
    public const int ProtocolTypeTcp = 6;

    public const int OptionLevelSocket = 0xffff;
    public const int OptionReuseAddress = 4;
    public const int OptionExclusiveAddressUse = ~OptionReuseAddress;

    /// <summary>SOL_SOCKET and SO_REUSEADDR as Linux numbers them on nearly every architecture.</summary>
    public const int LinuxLevelSocket = 1;
    public const int LinuxReuseAddress = 2;
    public const int LinuxReusePort = 15;

    /// <summary>SOL_SOCKET and SO_REUSEADDR as Windows, macOS and the BSDs number them.</summary>
    public const int NativeLevelSocket = 0xffff;
    public const int NativeReuseAddress = 4;
    public const int NativeReusePort = 0x200;

    /// <summary><c>SocketOptionLevel.IP</c> and <c>IPv6</c>, and the options that join a multicast group.</summary>
    public const int OptionLevelIP = 0;
    public const int OptionLevelIPv6 = 41;
    public const int OptionAddMembership = 12;
    public const int OptionAddSourceMembership = 15;
}
