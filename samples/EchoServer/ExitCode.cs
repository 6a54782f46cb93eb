namespace EchoServer;

/// <summary>One code for each way to end, so that a script can tell a taken port from a typing error.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int BadArgument = 2;
    public const int AddressInUse = 3;
    public const int CannotListen = 4;
}
