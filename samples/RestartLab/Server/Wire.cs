namespace RestartLab.Server;

/// <summary>The words that the lab and its servers exchange, a line each, over the server's standard streams.</summary>
internal static class Wire
{
    public const string Listening = "listening";
    public const string InUse = "in use";
    public const string Failed = "failed";

    public const string Count = "count";
    public const string CloseListener = "close listener";
    public const string CloseConnections = "close connections";
    public const string ResetConnections = "reset connections";
    public const string Done = "done";
}
