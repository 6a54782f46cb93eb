namespace SocketSetup.Package.Tests;

/// <summary>Sources of one listener each, in C# that every version understands.</summary>
internal static class Listener
{
    public const string Option = "        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    /// <summary>Bound with no decision; <paramref name="mark"/> is what is expected of that, if anything.</summary>
    public static string[] Bare(string type, string mark = "") => Around(type, "        listener.Bind(endPoint);" + Comment(mark));

    /// <summary>Decided only after it is bound.</summary>
    public static string[] Late(string type, string mark = "") => Around(type, "        listener.Bind(endPoint);", Option + Comment(mark));

    /// <summary>Open to sharing.</summary>
    public static string[] Shared(string type, string mark = "") => Around(type, Option + Comment(mark), "        listener.Bind(endPoint);");

    private static string Comment(string mark) => mark.Length == 0 ? "" : " // " + mark;

    private static string[] Around(string type, params string[] binding) =>
    [
        "using System.Net;",
        "using System.Net.Sockets;",
        "",
        $"internal static class {type}",
        "{",
        "    internal static void Open(IPEndPoint endPoint)",
        "    {",
        "        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);",
        .. binding,
        "        listener.Listen(1);",
        "    }",
        "}",
    ];
}
