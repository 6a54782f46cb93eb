using System.Globalization;
using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>
/// The actions at a creation, <c>MADE</c>, of a <c>Client</c>, which is used where <c>JOIN x</c> stands, or <c>USE x</c> as
/// one statement. <c>FREE</c> is a client that is not bound, and <c>SET x.</c> what binds it.
/// </summary>
internal static class CreationActions
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);", Tcp = "ProtocolType.Tcp";

    public static IEnumerable<PositionAction> All =>
    [
        new("SOCK003.repair", "at-a-creation", text => Listening(text, "0"), one => Listening(one.Texts[0], Tcp)),
        Unbound("SOCK007.repair, of a client", "{0}.JoinMulticastGroup(IPAddress.Any);"),
        Unbound("SOCK002.repair, of a client", "if ({0}.Available > 0) {0}.Client." + Reuse),
    ];

    private static string Listening(string text, string protocol) => Regex.Replace(text, @"JOIN (\w+)", "$1.Bind(null); $1.Listen(1); $1.Accept();")
        .Replace("MADE", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, PROTOCOL)", StringComparison.Ordinal)
        .Replace("PROTOCOL", protocol, StringComparison.Ordinal)
        .Replace("Client", "Socket", StringComparison.Ordinal);

    private static PositionAction Unbound(string name, string use)
    {
        return new(name, "at-a-creation", Receiving, one => Receiving(one.Texts[1]));

        string Receiving(string text) => Regex.Replace(
            Regex.Replace(text, @"\bClient\b", "UdpClient").Replace("MADE", "new UdpClient(5000)", StringComparison.Ordinal).Replace("FREE", "new UdpClient()", StringComparison.Ordinal),
            @"(?m)(?:JOIN|USE) (?<used>\w+)|^(?<indentation>[ \t]*)SET (?<alone>\S+)\.$|SET (?<set>[^\s{]+)\.(?<space>\{\})?",
            match => match.Groups["used"].Success ? string.Format(CultureInfo.InvariantCulture, use, match.Groups["used"].Value)
                : match.Groups["alone"].Success ? match.Groups["indentation"].Value + Bind(match.Groups["alone"].Value, "\n" + match.Groups["indentation"].Value)
                : Bind(match.Groups["set"].Value, " ") + (match.Groups["space"].Success ? " " : ""));
    }

    private static string Bind(string client, string between) => $"{client}.Client.{Reuse}{between}{client}.Client.Bind(new IPEndPoint(IPAddress.Any, 5000));";
}
