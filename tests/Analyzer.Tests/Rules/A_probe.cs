namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>A socket that is only tried out is no listener: closed on every path, never accepted on, never leaving.</summary>
public sealed class A_probe
{
    [Theory]
    [InlineData("s.Bind(endPoint); s.Listen(1); s.Close();")]
    [InlineData("s.Bind(endPoint); s.Listen(1); s.Dispose();")]
    [InlineData("using (s) { s.Bind(endPoint); s.Listen(1); }")]
    [InlineData("using var t = s; s.Bind(endPoint); s.Listen(1);")]
    [InlineData("try { s.Bind(endPoint); s.Listen(1); } catch (SocketException) { } finally { s.Close(); }")]
    [InlineData("try { s.Bind(endPoint); s.Listen(1); if (a) return; } finally { s?.Dispose(); }")]
    [InlineData("s.Bind(endPoint); s.Listen(1); if (a) { s.Close(); return; } s.Close();")]
    [InlineData("s.Bind(endPoint); s.Listen(1); ((IDisposable)s).Dispose();")]
    public Task Is_silent(string probe) => Run(probe);

    [Theory]
    [InlineData("using (s) { [|s.Bind(endPoint)|]; s.Listen(1); s.Accept(); }")]
    [InlineData("using (s) { [|s.Bind(endPoint)|]; s.Listen(1); Task.Run(() => s.Accept()).Wait(); }")]
    [InlineData("[|s.Bind(endPoint)|]; s.Listen(1); if (a) s.Close();")]
    [InlineData("[|s.Bind(endPoint)|]; s.Listen(1); kept = s; s.Close();")]
    [InlineData("[|s.Bind(endPoint)|]; s.Listen(1); Unseen(s); s.Close();")]
    [InlineData("[|s.Bind(endPoint)|]; s.Listen(1);")]
    public Task Is_not_what_serves_or_stays(string server) => Run(server);

    [Fact]
    public Task Is_not_what_is_returned() => Verify.Members("""
        Socket Open(IPEndPoint endPoint)
        {
            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            [|s.Bind(endPoint)|];
            s.Listen(10);
            return s;
        }
        """);

    private static Task Run(string statements) => Verify.Members($$"""
        Socket kept;
        static extern void Unseen(Socket s);
        void Run(bool a, IPEndPoint endPoint)
        {
            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            {{statements}}
        }
        """);
}
