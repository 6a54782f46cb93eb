namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>A loop that makes a socket per turn makes another one each time.</summary>
public sealed class Loops
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Late = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    private const string New = "new Socket(SocketType.Stream, ProtocolType.Tcp)";

    [Theory]
    [InlineData("foreach (var e in new[] { endPoint }) { var s = " + New + "; [|s.Bind(e)|]; s.Accept(); }")]
    [InlineData("while (a) { var s = " + New + "; s." + Reuse + " s.Bind(endPoint); s.Accept(); }")]
    [InlineData("Socket s = null; while (a) { if (s != null) {|SOCK002:s." + Late + "|}; s = " + New + "; s.Bind(endPoint); s.Accept(); }")]
    [InlineData("Socket s = " + New + "; do { [|s.Bind(endPoint)|]; s.Accept(); s = " + New + "; } while (a);")]
    [InlineData("Socket s = " + New + "; for (; ; ) { if (b) s." + Reuse + " else if (c) break; } s.Bind(endPoint); s.Accept();")]
    [InlineData("Socket old = null; while (a) { var s = " + New + "; if (old != null) { [|old.Bind(endPoint)|]; old.Accept(); } old = s; }")]
    [InlineData("Socket old = null; while (a) { var s = " + New + "; if (old != null) { old.Bind(endPoint); old.Accept(); } s." + Reuse + " old = s; }")]
    [InlineData("var s = " + New + "; again: if (a) { s." + Reuse + " goto end; } if (b) goto again; [|s.Bind(endPoint)|]; s.Accept(); end: ;")]
    [InlineData("var s = " + New + "; while (true) { if (a) break; s." + Reuse + " } [|s.Bind(endPoint)|]; s.Accept();", false)] // One path decides, in a turn that another does not take.
    [InlineData("var s = " + New + "; while (true) { s." + Reuse + " if (a) break; } s.Bind(endPoint); s.Accept();")]
    [InlineData("var s = " + New + "; while (false) { s." + Reuse + " } [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("var s = " + New + "; if (true) { } else { s." + Reuse + " } [|s.Bind(endPoint)|]; s.Accept();")]
    [InlineData("var s = " + New + "; while (true) { } s.Bind(endPoint); s.Accept();")]
    public Task Are_followed_turn_by_turn(string statements, bool isReported = true) =>
        Verify.Body(isReported ? statements : statements.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
}
