using System.Net.NetworkInformation;

namespace RestartLab.Kernel;

/// <summary>What the kernel still knows of the connections of a local port.</summary>
internal static class LocalPort
{
    public static TcpState[] StatesOf(int port) => [.. IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections()
        .Where(connection => connection.LocalEndPoint.Port == port)
        .Select(connection => connection.State)];
}
