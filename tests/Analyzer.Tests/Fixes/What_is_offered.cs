using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Which decisions are offered for a bind or a start, and which comes first: by the runtime, the setting and the sockets.</summary>
public sealed class What_is_offered
{
    private const string Tcp = "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)";
    private const string Zero = "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified)";
    private const string Unix = "new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)";

    private static readonly Dictionary<string, string> Short = new()
    {
        ["Set ReuseAddress before Bind (a second instance may share the port)"] = "reuse",
        ["Set ReuseAddress before Bind, except on Windows (a second instance may share the port elsewhere)"] = "except",
        ["Set ExclusiveAddressUse before Bind (a second instance is refused)"] = "exclusive",
        ["Use ProtocolType.Tcp and ExclusiveAddressUse"] = "tcp",
    };

    [Theory]
    [InlineData("net8.0", null, "reuse except exclusive")]
    [InlineData("netcoreapp2.1", null, "reuse except exclusive")]
    [InlineData("netstandard2.0", null, "reuse except exclusive")]
    [InlineData("", null, "reuse except exclusive")]
    [InlineData("netcoreapp2.0", null, "reuse except")]
    [InlineData("net472", null, "exclusive reuse except")]
    [InlineData("net8.0-windows", null, "exclusive reuse except")]
    [InlineData("net472", "reuse", "reuse except exclusive")]
    [InlineData("net8.0", "reuse", "reuse except exclusive")]
    [InlineData("net8.0", "reuse_except_windows", "except reuse exclusive")]
    [InlineData("net8.0", "exclusive", "exclusive reuse except")]
    [InlineData("netstandard2.0", "Exclusive ", "exclusive reuse except")]
    [InlineData("netcoreapp2.0", "exclusive", "except reuse")]
    [InlineData("net8.0", "sometimes", "reuse except exclusive")]
    [InlineData("net472", "", "exclusive reuse except")]
    public async Task Follows_the_setting_and_the_runtime(string framework, string? addressReuse, string expected)
    {
        Assert.Equal(expected, await Offered(Bind(Tcp), "SOCK001", framework, addressReuse));
        Assert.Equal(expected, await Offered("var l = new TcpListener(endPoint); l.Start();", "SOCK008", framework, addressReuse));
    }

    [Theory]
    [InlineData("net8.0", null, "reuse except tcp")]
    [InlineData("net8.0", "exclusive", "tcp reuse except")]
    [InlineData("net472", null, "except reuse")]
    [InlineData("netstandard2.0", "exclusive", "except reuse")]
    [InlineData("netcoreapp2.0", null, "reuse except")]
    public async Task Names_TCP_too_where_the_runtime_asks_for_it(string framework, string? addressReuse, string expected) =>
        Assert.Equal(expected, await Offered(Bind(Zero), "SOCK001", framework, addressReuse));

    [Theory]
    [InlineData("var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, protocol); s.Bind(endPoint); s.Listen(1);", "reuse except")]
    [InlineData("Socket s = a ? " + Tcp + " : " + Zero + "; s.Bind(endPoint); s.Listen(1);", "reuse except tcp")]
    [InlineData("Socket s = a ? " + Tcp + " : " + Unix + "; s.Bind(any); s.Listen(1);", "reuse except")]
    [InlineData("Socket s = a ? " + Tcp + " : given; s.Bind(any); s.Listen(1);", "")]
    [InlineData("Socket s; if (a) s = " + Tcp + "; else s = given; s.Bind(any); s.Listen(1);", "reuse except")]
    [InlineData("var s = " + Tcp + "; try { s.Bind(endPoint); } catch (SocketException) { s.ExclusiveAddressUse = true; s.Bind(any); } s.Listen(1);", "exclusive")]
    [InlineData("var s = " + Tcp + "; try { s.Bind(endPoint); } catch (SocketException) { s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); s.Bind(any); } s.Listen(1);", "reuse except")]
    [InlineData("var s = " + Tcp + "; int i = 0; for (i = 1; a; s.Bind(endPoint)) { } s.Listen(1);", "")]
    [InlineData("var s = " + Tcp + "; for (i = 1, s.Bind(endPoint); a; ) { } s.Listen(1);", "")]
    public async Task Leaves_out_what_could_make_a_program_throw_or_stands_where_no_statement_can(string statements, string expected) =>
        Assert.Equal(expected, await Offered(statements, "SOCK001", "net8.0", addressReuse: null));

    [Theory]
    [InlineData("Socket s; public void Start() { s = TCP; new Thread(Listen).Start(); }", "reuse except exclusive")]
    [InlineData("Socket s; public void Start() { s = TCP; Task.Run(Listen); }", "reuse except exclusive")]
    [InlineData("Socket s; public void Start() { s = TCP; Task.Run(() => Listen()); }", "reuse except exclusive")]
    [InlineData("Socket s; readonly Thread thread; Server() { s = TCP; thread = new Thread(Listen); } public void Start() => thread.Start();", "reuse except exclusive")]
    [InlineData("Socket s; readonly Thread thread; Server() => thread = new Thread(Listen); public void Start() { s = TCP; thread.Start(); }", "reuse except exclusive")]
    [InlineData("Socket s = TCP; public void Start() { Task.Run(Listen); Listen(); }", "reuse except exclusive")]
    // Another socket is there as well, of which nobody knows anything, or which has no such option.
    [InlineData("Socket s; public void Start() { s = TCP; Task.Run(Listen); } public void Use(Socket given) => s = given;", "")]
    [InlineData("Socket s; public void Start() { s = TCP; Task.Run(Listen); } public void Use(string path) => s = UNIX;", "reuse except")]
    [InlineData("Socket s; public void Start() { s = TCP; Task.Run(Listen); } public void Use(string path) { s = UNIX; Task.Run(() => Listen()); s = TCP; }", "reuse except")]
    [InlineData("Socket s; Server(Socket given) => s = given; public void Start() { s = s ?? TCP; Task.Run(Listen); }", "")]
    [InlineData("Socket s; Server(Socket given) => s = given; public void Start() { s ??= TCP; Task.Run(() => Listen()); }", "")]
    public async Task Counts_on_what_a_method_finds_that_was_made_a_delegate(string members, string expected)
    {
        using FixRun run = FixRun.Of(new SettingsOfTheBuild(), $$"""
            using System.Net;
            using System.Net.Sockets;
            using System.Threading;
            using System.Threading.Tasks;
            class Server
            {
                EndPoint any;
                {{members.Replace("TCP", Tcp, StringComparison.Ordinal).Replace("UNIX", Unix, StringComparison.Ordinal)}}
                void Listen() { s.Bind(any); s.Listen(1); }
            }
            """);
        Assert.Equal(expected, string.Join(" ", (await Actions(run, "SOCK001")).Select(action => Short[action.Title])));
    }

    [Fact]
    public async Task Has_a_key_for_the_first_and_one_for_each_other()
    {
        using FixRun run = Run(Bind(Tcp), "net8.0", "reuse_except_windows");
        Assert.Equal(["SOCK001.repair", "SOCK001.reuse", "SOCK001.exclusive"], (await Actions(run, "SOCK001")).Select(action => action.EquivalenceKey));
    }

    private static string Bind(string creation) => $"var s = {creation}; s.Bind(endPoint); s.Listen(1);";

    private static FixRun Run(string statements, string framework, string? addressReuse) => FixRun.Of(new SettingsOfTheBuild(framework, addressReuse), $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server
        {
            int i;
            void Run(bool a, ProtocolType protocol, Socket given, EndPoint any, IPEndPoint endPoint)
            {
                {{statements}}
            }
        }
        """);

    private static async Task<IReadOnlyList<CodeAction>> Actions(FixRun run, string rule)
    {
        Assert.Empty(await run.CompilerErrorsAsync());
        return await run.ActionsAsync((await run.DiagnosticsAsync()).First(diagnostic => diagnostic.Id == rule));
    }

    private static async Task<string> Offered(string statements, string rule, string framework, string? addressReuse)
    {
        using FixRun run = Run(statements, framework, addressReuse);
        return string.Join(" ", (await Actions(run, rule)).Select(action => Short[action.Title]));
    }
}
