using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Where an edit could not be right, the action is not there.</summary>
public sealed class A_place_that_takes_no_edit
{
    private const string Join = "u.JoinMulticastGroup(IPAddress.Any);";

    [Theory]
    [InlineData("readonly UdpClient u = new UdpClient(5000); void Run() { " + Join + " }")]
    [InlineData("void Run() { UdpClient u = Make(); " + Join + " } static UdpClient Make() { return new UdpClient(5000); }")]
    [InlineData("void Run() { UdpClient u = Make(); " + Join + " } static UdpClient Make() => new UdpClient(5000);")]
    [InlineData("void Run() { Use(new UdpClient(5000)); } static void Use(UdpClient u) { " + Join + " }")]
    [InlineData("void Run() { using (Make(new UdpClient(5000))) { } } static UdpClient Make(UdpClient u) { " + Join + " return u; }")]
    [InlineData("void Run(bool a) { var u = a ? new UdpClient(5000) : null; " + Join + " }")]
    [InlineData("void Run(AddressFamily[] families) { var u = new UdpClient(5000, families[0]); " + Join + " }")]
    public Task Of_a_client_that_is_made_elsewhere_than_in_a_statement_of_its_own(string members) => Offers("SOCK007", members);

    /// <summary>The head of an <c>if</c> that only one target has: in the other the statement stands alone.</summary>
    [Theory]
    [InlineData("#if true\nif (e.Port > 1)\n#endif\ns.Bind(e);", 0)]
    [InlineData("#if false\nif (e.Port > 1)\n#endif\ns.Bind(e);", 0)]
    [InlineData("#if false\nif (e.Port > 1) e.Port = 2; else\n#else\ne.Port = 3;\n#endif\ns.Bind(e);", 0)]
    [InlineData("#if true\nif (e.Port > 1) // Only there:\n#endif\ns.Bind(e);", 0)]
    [InlineData("#if true\nif (e.ToString() == \"http://\")\n#endif\ns.Bind(e);", 0)]
    [InlineData("if (e.Port > 1)\n#if true\ne.Port = 2;\n#endif\ns.Bind(e);", 0)]
    [InlineData("if (e.Port > 1) e.Port = 3;\n#if true\ne.Port = 2;\n#endif\ns.Bind(e);", 3)]
    [InlineData("#if true\nif (e.Port > 1) e.Port = 2; // Only there\n#endif\ns.Bind(e);", 3)]
    [InlineData("#if true\nif (e.Port > 1) e.Port = 2;\n#endif\ns.Bind(e);", 3)]
    [InlineData("#if false\nif (e.Port > 1) { e.Port = 2; }\n#endif\ns.Bind(e);", 3)]
    [InlineData("#pragma warning disable CS0168\ns.Bind(e);", 3)]
    [InlineData("#if false\n#endif\ns.Bind(e);", 3)]
    [InlineData("if (e.Port > 1)\n// Now.\ns.Bind(e);", 3)]
    public Task Of_a_statement_that_a_directive_cuts_off(string bind, int actions) =>
        Offers("SOCK001", "void Run(IPEndPoint e) { var s = CREATE;\n" + bind + "\ns.Listen(1); }", actions);

    [Theory]
    [InlineData("#if false\nif (c.Connected)\n#endif\nc.REUSE;", 0)]
    [InlineData("#if false\nc.NoDelay = true;\n#endif\nc.REUSE;", 1)]
    public Task Of_a_call_that_a_directive_cuts_off(string set, int actions) => Offers("SOCK004", "void Run(Socket s) { var c = s.Accept();\n" + set + "\nc.Close(); }", actions);

    [Theory]
    [InlineData("#if false\nif (e.Port > 1)\n#endif\ns.REUSE;", 1)]
    [InlineData("s.REUSE;", 1)]
    public Task Of_a_late_set_that_a_directive_cuts_off_but_to_say_it_early(string set, int actions) =>
        Offers("SOCK002", "void Run(IPEndPoint e) { var s = CREATE;\ns.Bind(e);\n" + set + "\ns.Listen(1); }", actions);

    [Theory]
    [InlineData("var u = new UdpClient(5000 /* the group's */);")]
    [InlineData("var u = new UdpClient( // the group's\n5000);")]
    [InlineData("var u = new UdpClient(\n#if true\n5000\n#else\n5001\n#endif\n);")]
    public Task Of_arguments_with_comments_or_directives_beside_them(string create) => Offers("SOCK007", "void Run() { " + create + " " + Join + " }");

    [Theory]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress /* share */, true);")]
    [InlineData("s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true) /* share */;")]
    [InlineData("s.ExclusiveAddressUse = false // share\n;")]
    [InlineData("void Share() => s.ExclusiveAddressUse = false /* share */; Share();")]
    [InlineData("s.ExclusiveAddressUse =\n#if true\nfalse;\n#else\nfalse;\n#endif\n")]
    public Task Of_a_set_with_a_comment_or_a_directive_in_it(string set) => Offers("SOCK009", "void Run(string path) { var s = new Socket(AddressFamily.Unix, SocketType.Stream, 0); " + set + " s.Bind(new UnixDomainSocketEndPoint(path)); }");

    [Theory]
    [InlineData("readonly UdpClient u = new UdpClient(5000); void Run() { u.Client.REUSE; }")]
    [InlineData("void Run() { UdpClient u = Make(); u.Client.REUSE; } static UdpClient Make() => new UdpClient(5000);")]
    [InlineData("void Run(bool a) { var u = new UdpClient(5000); if (a) u.ExclusiveAddressUse = false; }")]
    [InlineData("void Run(IPEndPoint e) { var c = new TcpClient(e); c.Client.REUSE; }")]
    [InlineData("void Run() { var u = new UdpClient(5000); u.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, u.Client.IsBound); }")]
    public Task Of_a_constructor_that_binds_and_a_late_set_that_cannot_come_before(string members) => Offers("SOCK002", members);

    [Theory]
    [InlineData("void Run(Socket s) { s.Accept().SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, Ask()); } static bool Ask() => true;")]
    [InlineData("void Run(Socket s) { var c = s.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, Ask()); } static bool Ask() => true;")]
    [InlineData("void Run(Socket s) { var c = s.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, /* why */ SocketOptionName.ReuseAddress, true); }")]
    [InlineData("void Run(Socket s) { ((Socket)s.Accept()).REUSE; }")]
    [InlineData("void Run(Socket s, System.Threading.Tasks.Task<bool> t) { var c = s.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, t.Result); }")]
    [InlineData("void Run(Socket s, System.Lazy<bool> t) { var c = s.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, t.Value); }")]
    [InlineData("Socket c; Socket this[int i] => c; void Run(Socket s) { c = s.Accept(); this[1].REUSE; }")]
    public Task Of_a_call_that_does_more_or_says_more(string members) => Offers("SOCK004", members);

    [Theory]
    [InlineData("void Run(string path) { var s = new Socket(AddressFamily.Unix, SocketType.Stream, 0); bool b = s.ExclusiveAddressUse = false; s.Bind(new UnixDomainSocketEndPoint(path)); }")]
    [InlineData("void Run(string path) { var s = new Socket(AddressFamily.Unix, SocketType.Stream, 0); System.Func<bool> f = () => s.ExclusiveAddressUse = false; f(); s.Bind(new UnixDomainSocketEndPoint(path)); }")]
    public Task Of_an_assignment_whose_value_is_used(string members) => Offers("SOCK009", members);

    [Theory]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; if (e.Port == 1) s.REUSE; s.ExclusiveAddressUse = true; s.Bind(e); }", "")]
    [InlineData("void Run(IPEndPoint e, bool a) { var s = CREATE; if (a) s.REUSE; else s.REUSE; s.ExclusiveAddressUse = true; s.Bind(e); }", "SOCK005")]
    public Task Of_a_contradiction_of_more_than_two(string members, string rule) => Offers(rule.Length == 0 ? null : rule, members);

    [Theory]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; bool exclusive = s.ExclusiveAddressUse = false; s.Bind(e); s.Listen(1); }", 0)]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; var t = CREATE; t.ExclusiveAddressUse = s.ExclusiveAddressUse = false; s.Bind(e); s.Listen(1); }", 0)]
    [InlineData("void Run(IPEndPoint e) { var l = new TcpListener(e) { ExclusiveAddressUse = false, Server = { NoDelay = true } }; l.Start(); l.AcceptSocket(); }", 1)]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; s.ExclusiveAddressUse = false; s.Bind(e); s.Listen(1); }", 2)]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; var u = new Socket(SocketType.Dgram, ProtocolType.Udp); Share(s); Share(u); s.Bind(e); s.Listen(1); u.Bind(e); } static void Share(Socket s) { s.REUSE; }", 0)]
    [InlineData("void Run(IPEndPoint e) { var s = CREATE; var t = CREATE; Share(s); Share(t); s.Bind(e); s.Listen(1); t.Bind(e); t.Listen(1); } static void Share(Socket s) { s.REUSE; }", 2)]
    [InlineData("class Own : Socket { public Own() : base(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { } public new bool ExclusiveAddressUse { get; set; } } void Run(IPEndPoint e) { var s = new Own(); s.REUSE; s.Bind(e); s.Listen(1); }", 0)]
    public Task Of_a_port_that_is_opened_by_what_says_more(string members, int actions) => Offers("SOCK006", members, actions, addressReuse: null);

    /// <summary>Of .NET Framework's the opposite option is for Windows alone.</summary>
    [Theory]
    [InlineData("if (System.Environment.OSVersion.Platform == System.PlatformID.Unix) s.REUSE;", 0)]
    [InlineData("if (System.Environment.OSVersion.Platform == System.PlatformID.Win32NT) s.REUSE;", 1)]
    [InlineData("s.REUSE;", 1)]
    public async Task Of_a_port_that_is_opened_where_nothing_closes_it(string set, int actions)
    {
        string code = set.Replace("REUSE", "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", StringComparison.Ordinal);
        using var run = FixRun.Of(new SettingsOfTheBuild("net472"), "using System.Net;\nusing System.Net.Sockets;\nclass Server { void Run(IPEndPoint e) { var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); " + code + " s.Bind(e); s.Listen(1); } }");
        Diagnostic opened = Assert.Single(await run.DiagnosticsAsync(), diagnostic => diagnostic.Id == "SOCK006");
        Assert.Equal(actions, (await run.ActionsAsync(opened)).Count(action => action.Title.Contains("Exclusive", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("(/* made here */ s = CREATE).Bind(e); s.Listen(1);", 0)]
    [InlineData("(\n#if true\ns = CREATE\n#else\ns = null\n#endif\n).Bind(e); s.Listen(1);", 0)]
    [InlineData("(s = CREATE).Bind(e); s.Listen(1);", 3)]
    [InlineData("for (Make(out var t).Bind(e); t == null; s.Listen(1)) { }", 0)]
    public Task Of_a_receiver_with_more_around_it(string statements, int actions) => Offers("SOCK001", "Socket s; Socket Make(out object made) { made = null; return s = CREATE; } void Run(IPEndPoint e) { " + statements + " }", actions);

    [Fact]
    public Task Of_a_bind_whose_socket_is_found_behind_a_null_test_by_more_than_a_name() => Offers("SOCK001", "Socket f; Socket this[int i] => f; void Run(IPEndPoint e) { f = CREATE; this?[1].Bind(e); f.Listen(1); }");

    [Fact]
    public Task Of_a_protocol_with_a_comment_in_it() => Offers("SOCK003", "void Run(IPEndPoint e) { var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, (ProtocolType)/* any */0); s.ExclusiveAddressUse = true; s.Bind(e); s.Listen(1); }");

    private static async Task Offers(string? rule, string members, int actions = 0, string? addressReuse = "reuse")
    {
        string code = members.Replace("REUSE", "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", StringComparison.Ordinal)
            .Replace("CREATE", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)", StringComparison.Ordinal);
        using var run = FixRun.Of(new SettingsOfTheBuild(addressReuse: addressReuse), "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n" + code + "\n}\n");
        Assert.Empty(await run.CompilerErrorsAsync());
        IReadOnlyList<Diagnostic> found = await run.DiagnosticsAsync();
        Assert.Equal(rule is null ? [] : [rule], found.Select(diagnostic => diagnostic.Id).Distinct());
        foreach (Diagnostic diagnostic in found)
            Assert.Equal(actions, (await run.ActionsAsync(diagnostic)).Count);
    }
}
