using System.Globalization;
using System.Net;

namespace EchoServer;

/// <summary>The one argument of the command line: the port to listen on.</summary>
internal static class PortArgument
{
    private const int DefaultPort = 43211;

    /// <summary>Port 0 is accepted: the system then picks a free port, and the server prints which.</summary>
    public static bool TryParse(string[] arguments, out int port, out string problem)
    {
        port = DefaultPort;
        problem = "";
        if (arguments.Length > 1)
            problem = $"expected at most one argument, the port, but got {arguments.Length}";
        else if (arguments.Length == 1 && !TryParse(arguments[0], out port))
            problem = $"bad port '{MessageText.Escape(arguments[0])}': expected a whole number from 0 to {IPEndPoint.MaxPort}";

        return problem.Length == 0;
    }

    // NumberStyles.None takes digits only: no sign, no blank, nothing that depends on the culture.
    private static bool TryParse(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;
}
