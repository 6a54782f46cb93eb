namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>What the compiler splits into blocks: ?., ??, ?:, using, initializers, switch.</summary>
public sealed class Captures_and_joins
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string New = "new Socket(SocketType.Stream, ProtocolType.Tcp)";

    [Theory]
    [InlineData("var s = " + New + "; s?[|.Bind(endPoint)|]; s?.Listen(10);")]
    [InlineData("var s = " + New + "; s?." + Reuse + " s?.Bind(endPoint); s?.Listen(10);")]
    [InlineData("Socket s = a ? " + New + " : null; s?[|.Bind(endPoint)|]; s?.Listen(10);")]
    [InlineData("Socket s = null; s ??= " + New + "; [|s.Bind(endPoint)|]; s.Listen(10);")]
    [InlineData("Socket s = given ?? " + New + "; [|s.Bind(endPoint)|]; s.Listen(10);")]
    [InlineData("using var s = " + New + "; [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("using (var s = " + New + ") { [|s.Bind(endPoint)|]; s.Accept(); }")]
    [InlineData("using (Socket s = " + New + ", t = " + New + ") { s." + Reuse + " s.Bind(endPoint); s.Accept(); [|t.Bind(endPoint)|]; t.Accept(); }")]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = a ? b : c }; [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("Socket s = a switch { true => " + New + ", false => given }; [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("Socket s = (a, b) switch { (true, _) => " + New + ", (_, true) => null, _ => throw null }; [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("Socket s; switch (a) { case true: s = " + New + "; break; default: return; } [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("Socket s; if (a || b && c) s = " + New + "; else return; [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("var s = " + New + "; if (a && !b) s." + Reuse + " s.Bind(endPoint); s.Accept();")]
    [InlineData("var s = " + New + "; lock (s) { [|s.Bind(endPoint)|]; s.Accept(); }")]
    [InlineData("[|(a ? " + New + " : given).Bind(endPoint)|];", false)]
    [InlineData("Socket s, t; s = t = " + New + "; [|t.Bind(endPoint)|]; s.Accept();")]
    [InlineData("var s = " + New + "; var connection = s.Accept()?.Poll(1, SelectMode.SelectRead) ?? false; [|s.Bind(endPoint)|];")]
    public Task Are_followed(string statements, bool hasEvidence = true) =>
        Verify.Body(hasEvidence ? statements : statements.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
}
