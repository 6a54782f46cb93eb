namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>The statements and tests that the edits write, in the words that the place understands.</summary>
internal static class Options
{
    private const string Sockets = "System.Net.Sockets";

    /// <param name="site">Tells which names mean what.</param>
    /// <param name="position">Where it is to stand.</param>
    /// <param name="socket">The socket and what leads to its members, as <c>server.</c> or <c>client.Client.</c></param>
    public static string ReuseAddress(FixSite site, int position, string socket) => Set(site, position, socket, "ReuseAddress");

    /// <summary>By the property where it can be assigned: not through <c>?.</c>, which only newer compilers know.</summary>
    public static string ExclusiveAddressUse(FixSite site, int position, string socket, bool byCall = false) =>
        byCall || socket.Contains("?") ? Set(site, position, socket, "ExclusiveAddressUse") : socket + "ExclusiveAddressUse = true;";

    /// <summary>Clears SO_REUSEPORT, which the option has set too, where there is such a thing.</summary>
    public static string SharingTakenBack(FixSite site, int position, string socket)
    {
        string linux = Test("IsLinux"), android = Test("IsAndroid"), windows = Test("IsWindows");
        // SOL_SOCKET and SO_REUSEPORT, as Linux numbers them, and as the BSDs do.
        return $"if ({linux} || {android}) {socket}SetRawSocketOption(1, 15, new byte[4]); else if (!{windows}) {socket}SetRawSocketOption(0xffff, 0x200, new byte[4]);";

        string Test(string name) => site.Name(position, "System", "OperatingSystem", name) + "()";
    }

    /// <summary>Has every project what that takes?</summary>
    public static bool CanTakeSharingBack(FixSite site) => site.Has(Sockets + ".Socket", "SetRawSocketOption") && site.Has("System.OperatingSystem", "IsAndroid");

    public static string ProtocolTcp(FixSite site, int position) => site.Name(position, Sockets, "ProtocolType", "Tcp");

    public static string IsNotUnix(FixSite site, int position, string socket) =>
        $"{socket}AddressFamily != {site.Name(position, Sockets, "AddressFamily", "Unix")}";

    public static string IsNotBound(string socket) => socket.Contains("?") ? $"{socket}IsBound == false" : $"!{socket}IsBound";

    /// <summary>A test by what the framework of every project has; null where it has nothing to tell the systems apart.</summary>
    public static string? IsWindows(FixSite site, int position, bool not = false)
    {
        const string interop = "System.Runtime.InteropServices";
        string negation = not ? "!" : "";
        if (site.Has("System.OperatingSystem", "IsWindows"))
            return $"{negation}{site.Name(position, "System", "OperatingSystem", "IsWindows")}()";
        if (site.Has(interop + ".RuntimeInformation", "IsOSPlatform"))
            return $"{negation}{site.Name(position, interop, "RuntimeInformation", "IsOSPlatform")}({site.Name(position, interop, "OSPlatform", "Windows")})";
        return site.Has("System.Environment", "OSVersion")
            ? $"{site.Name(position, "System", "Environment", "OSVersion")}.Platform {(not ? "!=" : "==")} {site.Name(position, "System", "PlatformID", "Win32NT")}"
            : null;
    }

    private static string Set(FixSite site, int position, string socket, string option) =>
        $"{socket}SetSocketOption({site.Name(position, Sockets, "SocketOptionLevel", "Socket")}, {site.Name(position, Sockets, "SocketOptionName", option)}, true);";
}
