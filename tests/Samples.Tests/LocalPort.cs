using System.Net.NetworkInformation;

namespace SocketSetup.Samples.Tests;

/// <summary>What the kernel knows of a local port.</summary>
internal static class LocalPort
{
    public static bool HasConnection(int port, TcpState state) => IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections()
        .Any(connection => connection.LocalEndPoint.Port == port && connection.State == state);

    public static bool HasListener(int port) => IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpListeners()
        .Any(listener => listener.Port == port);
}
