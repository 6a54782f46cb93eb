namespace SocketSetup.Analyzers.Rules;

/// <summary>What a team has chosen for its listening sockets: the setting <c>socket_setup.address_reuse</c>.</summary>
internal enum AddressReusePreference
{
    /// <summary>Not set, or set to what is none of the known values.</summary>
    Unset,

    /// <summary><c>reuse</c></summary>
    Reuse,

    /// <summary><c>reuse_except_windows</c></summary>
    ReuseExceptWindows,

    /// <summary><c>exclusive</c></summary>
    Exclusive,
}
