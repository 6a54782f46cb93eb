using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>A body on which more bear than are looked at together is judged by itself: only what nobody else can have had a hand in is said of it.</summary>
public sealed class Too_much_around
{
    [Theory]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); [|s.Bind(end)|]; s.Listen(1);")]
    [InlineData("Log(); s = new Socket(SocketType.Stream, ProtocolType.Tcp); [|s.Bind(end)|]; Log(); s.Listen(1);")]
    [InlineData("s = Make(); [|s.Bind(end)|]; s.Accept();")]
    [InlineData("await Task.Delay(1); s = new Socket(SocketType.Stream, ProtocolType.Tcp); [|s.Bind(end)|]; s.Listen(1);")]
    [InlineData("var own = new Socket(SocketType.Stream, ProtocolType.Tcp); await Task.Delay(1); [|own.Bind(end)|]; own.Listen(1); s = own;")]
    public Task Leaves_what_the_body_does_by_itself(string body, string member = "") => Holds(body, member);

    [Theory]
    [InlineData("s.Bind(end); s.Listen(1);")]
    [InlineData("s ??= new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); await Task.Delay(1); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Thread.Sleep(1); Raised(); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Raised?.Invoke(); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Unseen.Call(this); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Decide(); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Instance.Decide(); s.Bind(end); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); new Other().Reach(); s.Bind(end); s.Listen(1);", "class Other { public void Reach() => Instance.Decide(); }")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); Open(end); s.Listen(1);", "private void Open(IPEndPoint end) => s.Bind(end);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(end);")]
    public Task Leaves_nothing_where_others_may_have_a_hand_in_it(string body, string member = "") => Holds(body, member);

    [Theory]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(end); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); s.Listen(1);")]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); s.Bind(end); s.ExclusiveAddressUse = true; s.Listen(1);")]
    public Task Leaves_nothing_to_be_said_of_a_set(string body) => Holds(body, "");

    private static Task Holds(string body, string member) => Verify.FileWithUsings($$"""
        static class Unseen { public static extern void Call(object given); }
        class Server
        {
            public static Server Instance { get; } = new Server();
            private Socket s;
            internal event Action Raised;
            public async Task Start(IPEndPoint end) { {{body}} }
            {{member}}
            private Socket Make() => new Socket(SocketType.Stream, ProtocolType.Tcp);
            private void Log() => Console.WriteLine(1);
            internal void Decide() => s.ExclusiveAddressUse = true;
            {{string.Join(' ', Enumerable.Range(0, Universe.MaximumBodies).Select(i => $"public void Serve{i}() => s.Listen({i});"))}}
        }
        """);
}
