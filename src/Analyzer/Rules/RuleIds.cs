namespace SocketSetup.Analyzers.Rules;

/// <summary>The ids of the rules, as they stand in .editorconfig, in SARIF and in docs/rules.</summary>
public static class RuleIds
{
    /// <summary>A SocketSetup setting has an unknown value.</summary>
    public const string UnknownSetting = "SOCK000";

    /// <summary>Listening socket is bound without ReuseAddress.</summary>
    public const string BoundWithoutReuseAddress = "SOCK001";

    /// <summary>Address option is set after the socket is bound.</summary>
    public const string SetAfterBind = "SOCK002";

    /// <summary>Listening socket does not name TCP.</summary>
    public const string ProtocolNotNamed = "SOCK003";

    /// <summary>ReuseAddress is set on a connected socket.</summary>
    public const string SetOnConnected = "SOCK004";

    /// <summary>ReuseAddress and ExclusiveAddressUse contradict each other.</summary>
    public const string Contradiction = "SOCK005";

    /// <summary>Listening port can be shared with another process.</summary>
    public const string OpenToSharing = "SOCK006";

    /// <summary>Multicast receiver is bound without ReuseAddress.</summary>
    public const string MulticastWithoutReuseAddress = "SOCK007";

    /// <summary>TcpListener is started without an address decision.</summary>
    public const string StartedWithoutDecision = "SOCK008";

    /// <summary>Address option is set on a Unix domain socket.</summary>
    public const string SetOnUnixSocket = "SOCK009";
}
