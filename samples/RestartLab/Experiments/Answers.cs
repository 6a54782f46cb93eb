using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>What an experiment can say. The claims of the documentation use the same words.</summary>
internal static class Answers
{
    public const string Restarts = "restarts";
    public const string InUse = "in use";
    public const string Shares = "shares";
    public const string FirstGetsAll = "the first gets all";
    public const string SecondGetsAll = "the second gets all";

    public static string Of(ServerProcess server, string started) =>
        server.IsListening ? started : server.IsRefused ? InUse : server.Report;
}
