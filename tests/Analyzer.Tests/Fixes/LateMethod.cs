namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Statements with a late set to be fixed, in a method that has what they need.</summary>
internal static class LateMethod
{
    public const string Set = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    public const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    public static Task Fix(string statements, string fixedStatements) => Verify.Fix(Of(statements), Of(fixedStatements)).RunAsync(TestContext.Current.CancellationToken);

    public static string Of(string statements) => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server
        {
            static bool Ask() => true;
            static bool Flag { get; set; }
            void Run(bool flag, IPEndPoint endPoint, byte[] bytes, bool captured)
            {
                System.Action change = () => captured = true;
        {{statements}}
            }
        }
        """;
}
