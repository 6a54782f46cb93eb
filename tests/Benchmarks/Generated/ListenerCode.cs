namespace SocketSetup.Benchmarks.Generated;

/// <summary>Servers that have nothing to do with each other: each binds the socket of its own field.</summary>
internal static class ListenerCode
{
    public const string Usings = "using System.Net;\nusing System.Net.Sockets;\n";

    /// <summary>Of three servers one has no address option, one sets it itself, and one has a method that does.</summary>
    public static string Class(int number) => $$"""
        public sealed class Server{{number}}
        {
            private readonly Socket listener{{number}};

            public Server{{number}}(IPEndPoint address)
            {
                listener{{number}} = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                {{Decision(number)}}
                listener{{number}}.Bind(address);
                listener{{number}}.Listen(100);
            }

            public void Run()
            {
                while (listener{{number}}.Accept() is Socket client)
                    client.Dispose();
            }

            private static void Configure{{number}}(Socket socket) => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }

        """;

    public static IEnumerable<string> Files(int count) => Enumerable.Range(0, count).Select(number => Usings + Class(number));

    public static string File(int count) => Usings + string.Concat(Enumerable.Range(0, count).Select(Class));

    private static string Decision(int number) => (number % 3) switch
    {
        0 => $"listener{number}.NoDelay = true;",
        1 => $"listener{number}.ExclusiveAddressUse = true;",
        _ => $"Configure{number}(listener{number});",
    };
}
