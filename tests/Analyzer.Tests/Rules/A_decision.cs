namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>What counts as a decision about the address before the bind, and what does not.</summary>
public sealed class A_decision
{
    [Theory]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, 1);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, a);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, a ? 1 : 0);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, new byte[] { 1, 0, 0, 0 });")]
    [InlineData("s.SetSocketOption(optionValue: true, optionName: SocketOptionName.ReuseAddress, optionLevel: SocketOptionLevel.Socket);")]
    [InlineData("s.SetSocketOption((SocketOptionLevel)0xffff, (SocketOptionName)4, true);")]
    [InlineData("const SocketOptionName name = SocketOptionName.ReuseAddress; s.SetSocketOption(SocketOptionLevel.Socket, name, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, a ? SocketOptionName.ReuseAddress : SocketOptionName.KeepAlive, true);")]
    [InlineData("s.ExclusiveAddressUse = true;")]
    [InlineData("s.ExclusiveAddressUse = false;")]
    [InlineData("s.ExclusiveAddressUse = a;")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, 0);")]
    [InlineData("s.SetRawSocketOption(1, 2, BitConverter.GetBytes(1));")]
    [InlineData("s.SetRawSocketOption(0xffff, 4, BitConverter.GetBytes(1));")]
    [InlineData("s.SetRawSocketOption(a ? 1 : 0xffff, a ? 2 : 4, BitConverter.GetBytes(1));")]
    [InlineData("s.SetRawSocketOption(optionName: 2, optionLevel: 1, optionValue: BitConverter.GetBytes(1));")]
    [InlineData("{ s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); }")]
    [InlineData("{ s.ExclusiveAddressUse = true; s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false); }")]
    public Task Silences_the_bind(string decision) => Bind(decision, "s.Bind(endPoint);");

    [Theory]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, 0);")]
    [InlineData("{ s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false); }")]
    [InlineData("{ s.SetRawSocketOption(1, 2, BitConverter.GetBytes(1)); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false); }")]
    [InlineData("try { s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, (object)true); } catch (ArgumentException) { }")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.ReuseAddress, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.IP, (SocketOptionName)4, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseUnicastPort, true);")]
    [InlineData("s.SetRawSocketOption(1, 15, BitConverter.GetBytes(1));")]
    [InlineData("s.SetRawSocketOption(6, 2, BitConverter.GetBytes(1));")]
    [InlineData("s.NoDelay = true;")]
    [InlineData("s.LingerState = new LingerOption(true, 0);")]
    [InlineData("s.DualMode = false;")]
    [InlineData("_ = s.ExclusiveAddressUse;")]
    [InlineData("_ = s.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress);")]
    [InlineData("given.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);")]
    [InlineData("new Socket(SocketType.Stream, ProtocolType.Tcp).SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);")]
    public Task Is_not_made_by_anything_else(string statement) => Bind(statement, "[|s.Bind(endPoint)|];");

    [Fact]
    public Task May_stand_in_the_object_initializer() => Verify.Body("""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ExclusiveAddressUse = true };
        s.Bind(endPoint);
        s.Listen(10);
        var t = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        [|t.Bind(endPoint)|];
        t.Listen(10);
        """);

    private static Task Bind(string before, string bind) => Verify.Body($"""
        var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        {before}
        {bind}
        s.Listen(10);
        """);
}
