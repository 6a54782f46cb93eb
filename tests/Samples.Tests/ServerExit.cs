namespace SocketSetup.Samples.Tests;

/// <summary>The exit codes that the samples promise.</summary>
internal static class ServerExit
{
    public const int Success = 0;
    public const int BadArgument = 2;
    public const int AddressInUse = 3;
}
