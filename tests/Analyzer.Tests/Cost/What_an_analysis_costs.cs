using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SocketSetup.Analyzers.Tests.Cost;

/// <summary>The cost model, counted: names bound and graphs built, never time.</summary>
public sealed class What_an_analysis_costs
{
    private const string Usings = "using System.Net; using System.Net.Sockets;\n";
    private const string Listener = Usings + "partial class Server { Socket s; void Open(IPEndPoint e) { s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); } }";
    private const string Evidence = "partial class Server { void Serve() => s.Accept(); }";

    [Theory]
    [InlineData("class C { void M() { System.Console.WriteLine(); } }", 0, 0)]
    [InlineData(Usings + "class C { void M(Socket s) { s.Listen(1); s.Accept(); s.NoDelay = true; s.Blocking = s.ExclusiveAddressUse; } }", 0, 0)]
    [InlineData(Usings + "class C { void M(Socket s) { s.ExclusiveAddressUse = true; } void N(Socket s) { s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true); } }", 2, 1)]
    [InlineData(Usings + "class C { int Bind; void M() { int a = Bind; System.Action b = M; } void Bind2(int Bind) { } }", 0, 0)]
    [InlineData(Usings + "class C { void Bind() { } void Bind(int a, int b) { } void M() { Bind(); Bind(1, 2); } }", 0, 0)]
    [InlineData(Usings + "class C { void Bind(int a) { } void M() { Bind(1); this.Bind(2); } }", 2, 0)]
    [InlineData(Usings + "class C { void M(Socket s, IPEndPoint e) { s.Bind(e); s.Bind(e); } void N(Socket s) { s.Listen(1); } }", 2, 1)]
    [InlineData(Usings + "class C { void M(Socket s, IPEndPoint e) { s.Bind(e); } void N(Socket s, IPEndPoint e) { s.Bind(e); } }", 2, 2)]
    [InlineData(Usings + "class C { void M() { var a = new Socket(SocketType.Stream, ProtocolType.Tcp); var b = new UdpClient(); UdpClient c = b; SocketType d = SocketType.Stream; } }", 0, 0)]
    [InlineData(Usings + "class C { void M() { var a = new Socket(SocketType.Stream, ProtocolType.IP); } void N() { var b = new UdpClient(5000); } }", 2, 1)]
    [InlineData(Usings + "class C { void M(ProtocolType p) { var a = new Socket(SocketType.Stream, p); } void N() { var b = new UdpClient(AddressFamily.InterNetwork); } }", 2, 0)]
    [InlineData(Usings + "class C { void M() { new TcpListener(IPAddress.Any, 5000).Start(); } }", 0, 0)]
    public async Task Follows_the_bodies_that_bind_a_socket(string source, int names, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(source));
        Assert.Equal((names, graphs), (analyzer.Work.NamesBound, analyzer.Work.GraphsBuilt));
    }

    [Theory]
    [InlineData("s.Bind(new IPEndPoint(IPAddress.Any, 5000));", true)]
    [InlineData("s.Bind(new IPEndPoint(IPAddress.Any, 0));", false)]
    [InlineData("var e = new IPEndPoint(IPAddress.Any, 0); s.Bind(e);", false)]
    [InlineData("var e = new IPEndPoint(IPAddress.Any, 0); e.Port = 5000; s.Bind(e);", true)]
    [InlineData("s.Bind(new IPEndPoint(IPAddress.Any, 0)); s.Bind(new IPEndPoint(IPAddress.Any, 5000));", true)]
    [InlineData("s.Bind(new IPEndPoint(IPAddress.Any, 0)); s.ExclusiveAddressUse = true;", true)]
    [InlineData("s.Bind();", false)]
    [InlineData("s.Bind(new IPEndPoint(IPAddress.Any, );", true)]
    [InlineData("new UdpClient(5000);", false)]
    [InlineData("new UdpClient(5000).JoinMulticastGroup(null);", true)]
    [InlineData("new UdpClient(0).JoinMulticastGroup(null);", false)]
    public async Task Builds_no_graph_for_a_bind_whose_port_the_kernel_picks(string text, bool isAsked) =>
        Assert.Equal(isAsked, await BuildsGraphs("class C { void M(Socket s) { " + text + " } }"));

    [Theory]
    [InlineData("void M(IPEndPoint e) { var s = new Socket(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); }", false)]
    [InlineData("void M(IPEndPoint e) { var s = new Socket(SocketType.Dgram, ProtocolType.Udp); s?.Bind(e); }", true)]
    [InlineData("void M(IPEndPoint e) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); _ = SocketType.Dgram; }", true)]
    [InlineData("void M(IPEndPoint e, SocketType type) { var s = new Socket(type, ProtocolType.Udp); s.Bind(e); _ = SocketType.Dgram; }", true)]
    [InlineData("void M(IPEndPoint e) { var s = new Socket(SocketType.Dgram, ProtocolType.Udp); s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); }", true)]
    [InlineData("void M(IPEndPoint e) { var s = new Own(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); }", true)]
    [InlineData("void M(IPEndPoint e) { var s = new Socket(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, 1); }", true)]
    [InlineData("Socket s = new(SocketType.Dgram, ProtocolType.Udp); void M(IPEndPoint e) => s.Bind(e);", false)]
    [InlineData("Socket s; void M(IPEndPoint e) { s = new Socket(SocketType.Raw, ProtocolType.Icmp); s.Bind(e); s = null; } void N() => s = new Socket(SocketType.Dgram, ProtocolType.Udp);", false)]
    [InlineData("Socket s; void M(IPEndPoint e) { s = new Socket(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); } void N(Socket t) => s = t;", true)]
    [InlineData("Socket s; void M(IPEndPoint e) { s = new Socket(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); } void N() => O(ref s); void O(ref Socket s) { }", true)]
    [InlineData("internal Socket s = new(SocketType.Dgram, ProtocolType.Udp); void M(IPEndPoint e) => s.Bind(e);", true)]
    [InlineData("void M(IPEndPoint e) { var s = new UdpClient(); s.Client.Bind(e); }", false)]
    [InlineData("void M(IPEndPoint e) { var s = new UdpClient(); s.Client.Bind(e); s.JoinMulticastGroup(null); }", true)]
    [InlineData("void M(IPEndPoint e) { var s = new TcpClient(); s.Client.Bind(e); _ = typeof(UdpClient); }", true)]
    [InlineData("class UdpClient { internal Socket Client { get; } = new Socket(SocketType.Stream, ProtocolType.Tcp); } void M(IPEndPoint e) { var s = new UdpClient(); s.Client.Bind(e); }", true)]
    [InlineData("Socket s; void M(IPEndPoint e) { (s, _) = (new Socket(SocketType.Dgram, ProtocolType.Udp), 1); s.Bind(e); }", false)]
    [InlineData("Socket s; void M(IPEndPoint e, Socket t) { (s, _) = (t, SocketType.Dgram); s.Bind(e); }", true)]
    [InlineData("Socket s; void M(IPEndPoint e) { s = new Socket(SocketType.Dgram, ProtocolType.Udp); s.Bind(e); } static C Of(Socket t) => new C { s = t };", true)]
    public async Task Builds_no_graph_for_a_bind_of_what_is_no_stream(string members, bool isAsked) =>
        Assert.Equal(isAsked, await BuildsGraphs("class C { " + members + " class Own : Socket { public Own(SocketType s, ProtocolType p) : base(s, p) { } } }"));

    [Theory]
    [InlineData("new Session().Take(s.Accept());", 1)]
    [InlineData("var x = new Session(); x.Own = s.Accept(); x.Run();", 1)]
    [InlineData("new Session().Take(s);", 4)]
    [InlineData("var x = new Session(); x.Own = s; x.Run();", 3)]
    [InlineData("Socket t = s.Accept(); t = s; new Session().Take(t);", 4)]
    [InlineData("new Session().Take(s.Poll(1, 0) ? s : s.Accept());", 4)]
    [InlineData("Session.Make(s.Accept());", 1)]
    [InlineData("Session.Make(s).Run();", 5)]
    public async Task Follows_calls_that_get_at_the_socket_that_is_asked_about(string served, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(Usings
            + "class Server { void Open(IPEndPoint e) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); s.Listen(1); " + served + " } }"
            + "class Session { internal Socket Own; internal static Session Make(Socket a) { var made = new Session(); made.Take(a); return made; } internal void Take(Socket a) { Own = a; Run(); } internal void Run() { More(); } void More() => Own.Send(null); }"));
        Assert.Equal(graphs, analyzer.Work.GraphsBuilt);
    }

    [Theory]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp);", 1)]
    [InlineData("Socket Make() { return new Socket(SocketType.Stream, ProtocolType.Tcp); } var s = Make();", 1)]
    [InlineData("System.Func<Socket> make = () => new Socket(SocketType.Stream, ProtocolType.Tcp); var s = make();", 1)]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp); kept = s;", 2)]
    public async Task Looks_for_callers_where_a_socket_leaves_the_method(string made, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(Usings
            + "class Server { Socket own; static Socket kept; internal static Server Open(IPEndPoint e) { " + made + " s.Bind(e); s.Listen(1); return null; } }"
            + "class Program { static void Main() { Server.Open(null); } }"));
        Assert.Equal(graphs, analyzer.Work.GraphsBuilt);
    }

    [Theory]
    [InlineData("s.Bind(e);", "s.Send(null);", 0)]
    [InlineData("s.ExclusiveAddressUse = true; s.Bind(e);", "s.Send(null);", 1)]
    [InlineData("s.Bind(e);", "s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, e);", 2)]
    [InlineData("s.Bind(e);", "s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddSourceMembership, e);", 2)]
    [InlineData("s.Bind(e);", "new UdpClient().JoinMulticastGroup(null);", 2)]
    [InlineData("s.Bind(e); s.ExclusiveAddressUse = true;", "s.Send(null);", 2)]
    [InlineData("s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e);", "s.Send(null);", 2)]
    public async Task Looks_around_a_datagram_socket_only_for_a_group_or_what_may_be_late(string open, string other, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(Usings + "class C { Socket s; void Open(IPEndPoint e) { s = new Socket(SocketType.Dgram, ProtocolType.Udp); " + open + " } void Other(IPEndPoint e) { " + other + " s.Send(null); } }"));
        Assert.Equal(graphs, analyzer.Work.GraphsBuilt);
    }

    [Theory]
    [InlineData("class C { void M(System.IO.Stream t) { t.Close(); } }", 2, 3)]
    [InlineData("class C { void M(Server t) { t.Close(); } }", 2, 4)]
    [InlineData("class C { System.Action M(Server t) => t.Close; }", 2, 4)]
    [InlineData("class C { string M(Server t) => nameof(t.Close); }", 2, 4)]
    [InlineData("class C { void Close() { } void M() { Close(); this.Close(); } }", 3, 3)]
    [InlineData("class C { void Close(int a) { } void M() { Close(1); this.Close(2); System.Action<int> b = Close; } }", 2, 3)]
    public async Task Looks_into_no_body_that_calls_another_method_of_the_name(string other, int names, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(
            Usings + "class Server { Socket s = new Socket(SocketType.Stream, ProtocolType.Tcp); internal void Open(IPEndPoint e) { s.Bind(e); s.Listen(1); } internal void Close() { s.Close(); } }", other));
        Assert.Equal((names, graphs), (analyzer.Work.NamesBound, analyzer.Work.GraphsBuilt));
    }

    [Theory]
    [InlineData("this Socket s, IPEndPoint e", "s.Open(e)", 2)]
    [InlineData("this Socket s, IPEndPoint e", "Helper.Open(s, e)", 2)]
    [InlineData("this Socket s, IPEndPoint e, int a = 0", "s.Open(e)", 2)]
    [InlineData("this Socket s, IPEndPoint e, int a = 0", "Helper.Open(s, e, 1)", 2)]
    [InlineData("Socket s, IPEndPoint e, params int[] a", "Helper.Open(s, e)", 2)]
    [InlineData("Socket s, IPEndPoint e, params int[] a", "Helper.Open(s, e, 1, 2)", 2)]
    [InlineData("Socket s, IPEndPoint e", "System.Action<Socket, IPEndPoint> open = Helper.Open", 2)]
    [InlineData("Socket s, IPEndPoint e", "Helper.Open(s, e, 1)", 1)]
    [InlineData("Socket s, IPEndPoint e", "Helper.Open(s)", 1)]
    [InlineData("this Socket s, IPEndPoint e", "s.Open()", 1)]
    public async Task Looks_into_a_body_that_may_call_the_method(string parameters, string call, int graphs)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(
            Usings + $"static class Helper {{ internal static void Open({parameters}) {{ s.Bind(e); }} }}",
            Usings + $"class C {{ void M(Socket s, IPEndPoint e) {{ {call}; }} }}"));
        Assert.Equal(graphs, analyzer.Work.GraphsBuilt);
    }

    [Fact]
    public async Task Is_a_small_constant_in_a_large_project_with_one_listener()
    {
        var analyzer = new SocketSetupAnalyzer();
        string[] others = [.. Enumerable.Range(0, 1000).Select(i => $"class C{i} {{ void M(System.Net.Sockets.Socket s) {{ s.Listen({i}); }} }}")];
        Assert.Single(await Analyze(analyzer, Compile([Listener, Evidence, .. others])));
        Assert.Equal((1, 2, 2), (analyzer.Work.NamesBound, analyzer.Work.GraphsBuilt, analyzer.Work.ModelsAsked));
    }

    [Fact]
    public async Task Of_the_start_of_a_listener_is_paid_by_who_asks_for_it()
    {
        const string source = Usings + "class C { void M() { new TcpListener(IPAddress.Any, 5000).Start(); } }";
        var off = new ListenerStartAnalyzer();
        await Analyze(off, Compile(source));
        Assert.Equal((0, 0), (off.Work.NamesBound, off.Work.GraphsBuilt));
        CSharpCompilation compilation = Compile(source);
        var on = new ListenerStartAnalyzer();
        Assert.Single(await Analyze(on, compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("SOCK008", ReportDiagnostic.Warn)]))));
        Assert.Equal((1, 1), (on.Work.NamesBound, on.Work.GraphsBuilt));
    }

    [Fact]
    public async Task Is_nothing_where_the_socket_is_not_the_framework_s()
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile("namespace System.Net.Sockets { class Socket { void Bind(int a) { Bind(1); } } }"));
        Assert.Equal((0, 0), (analyzer.Work.NamesBound, analyzer.Work.GraphsBuilt));
    }

    [Fact]
    public async Task Of_one_open_document_is_that_of_its_own_binds()
    {
        // As an editor asks: of one document. What it reports must lie in it, whichever file holds the evidence.
        CSharpCompilation compilation = Compile(Listener, Evidence);
        Assert.Single(await OfDocument(compilation, 0));
        Assert.Empty(await OfDocument(compilation, 1));
    }

    [Fact]
    public async Task Follows_edits_of_another_file_when_the_document_is_asked_again()
    {
        CSharpCompilation without = Compile(Listener, "partial class Server { }");
        Assert.Empty(await OfDocument(without, 0));
        CSharpCompilation with = without.ReplaceSyntaxTree(without.SyntaxTrees[1], CSharpSyntaxTree.ParseText(Evidence, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Single(await OfDocument(with, 0));
        CSharpCompilation decided = with.ReplaceSyntaxTree(with.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Listener.Replace("s.Bind(e)", "s.ExclusiveAddressUse = true; s.Bind(e)", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Empty(await OfDocument(decided, 0));
    }

    [Fact]
    public async Task Follows_edits_of_a_helper_and_of_its_caller_in_two_files()
    {
        const string Caller = Usings + "class Server { void Open(IPEndPoint e) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); Setup.Configure(s); s.Bind(e); s.Listen(1); } }";
        const string Helper = Usings + "static class Setup { internal static void Configure(Socket s) { s.NoDelay = true; } }";
        CSharpCompilation decoy = Compile(Caller, Helper);
        Assert.Single(await OfDocument(decoy, 0));
        CSharpCompilation deciding = Edit(decoy, 1, "s.NoDelay = true", "s.ExclusiveAddressUse = true");
        Assert.Empty(await OfDocument(deciding, 0));
        // Nobody knows what half a statement is going to do.
        CSharpCompilation halfTyped = Edit(deciding, 1, "s.ExclusiveAddressUse = true", "s.");
        Assert.Empty(await OfDocument(halfTyped, 0));
        Assert.Single(await OfDocument(Edit(halfTyped, 1, "s.;", "s.NoDelay = false;"), 0));
        CSharpCompilation late = Edit(deciding, 0, "Setup.Configure(s); s.Bind(e);", "s.Bind(e); Setup.Configure(s);");
        // The set is late now, and that is reported where it stands; the bind is excused by it.
        Assert.Empty(await OfDocument(late, 0));
        Assert.Equal("SOCK002", Assert.Single(await OfDocument(late, 1)).Id);
        Assert.Empty(await OfDocument(Edit(late, 0, "s.Bind(e); ", ""), 1));
    }

    private static async Task<bool> BuildsGraphs(string type)
    {
        var analyzer = new SocketSetupAnalyzer();
        await Analyze(analyzer, Compile(Usings + type));
        return analyzer.Work.GraphsBuilt > 0;
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int index, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees[index];
        Assert.Contains(before, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.ToString().Replace(before, after, StringComparison.Ordinal)));
    }

    private static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        Net80.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static async Task<IEnumerable<Diagnostic>> Analyze(DiagnosticAnalyzer analyzer, CSharpCompilation compilation) =>
        await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<Diagnostic>> OfDocument(CSharpCompilation compilation, int index) =>
        await compilation.WithAnalyzers([new SocketSetupAnalyzer()]).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[index]), null, TestContext.Current.CancellationToken);
}
