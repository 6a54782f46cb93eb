namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Statements to be fixed, in a method that has what they need.</summary>
internal static class Method
{
    public const string Set = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    public const string LateSet = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    public const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    public static Task Fix(string statements, string fixedStatements) => Verify.Fix(Of(statements), Of(fixedStatements)).RunAsync(TestContext.Current.CancellationToken);

    public static string Of(string statements) => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server
        {
            Socket field;
            void Hold(Socket given) => field = given;
            static bool Flag { get; set; }
            static bool Ask() => true;
            void Run(bool u, bool flag, bool captured, byte[] bytes, IPEndPoint endPoint, EndPoint any)
            {
                System.Action change = () => captured = true;
        {{statements}}
            }
        }
        """;
}
