using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Tests.Fixes;

namespace SocketSetup.Analyzers.Tests.Robustness;

/// <summary>Projects that nobody has in mind: the analyzers report what is so, or are silent, and end.</summary>
public sealed class Hostile_projects
{
    private const string Usings = "using System.Net; using System.Net.Sockets;\n";

    private const string OwnSocket = "namespace System.Net.Sockets { public class Socket { public Socket(SocketType a, ProtocolType b) { } public void Bind(object o) { } public void Listen(int i) { } } public enum SocketType { Stream = 1 } public enum ProtocolType { Tcp = 6 } }";

    private const string Server = "class Server { void Run(IPEndPoint e) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(e); s.Listen(1); } }";

    [Fact]
    public async Task Of_one_file_of_fifty_thousand_lines_are_read_to_the_end()
    {
        var text = new StringBuilder(Usings);
        for (int i = 0; i < 10_000; i++)
            text.Append("class C").Append(i).Append("\n{\n    int Bind;\n    void M() { Bind = 1; }\n}\n");
        text.Append(Server);
        string[] found = await Analyze(text.ToString());
        Assert.StartsWith("(50002,", Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("сокет")]
    [InlineData("插座")]
    [InlineData("مقبس")]
    [InlineData("सॉकेट")]
    [InlineData("ソケット")]
    [InlineData("\\u0061b")]
    [InlineData("@class")]
    public async Task In_any_script_are_read(string name) =>
        Assert.Contains("SOCK001", Assert.Single(await Analyze($"{Usings}class 서버 {{ void Øpne(IPEndPoint e) {{ var {name} = new Socket(SocketType.Stream, ProtocolType.Tcp); {name}.Bind(e); {name}.Listen(1); }} }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("ſocket")]
    [InlineData("ЅocketType")] // Its first letter is Cyrillic.
    public async Task That_only_look_like_sockets_are_silent(string name) =>
        Assert.Empty(await Analyze($"class {name} {{ public void Bind(object o) {{ }} public void Listen(int i) {{ }} void M() {{ var s = new {name}(); s.Bind(this); s.Listen(1); }} }}"));

    [Fact]
    public async Task With_a_socket_of_a_reference_under_the_framework_s_name_are_survived() =>
        await Analyze(Usings + Server, [.. Net80.References, Compile("Other", OwnSocket, Net80.References).ToMetadataReference()]);

    [Fact]
    public async Task With_a_second_socket_under_an_alias_mean_the_first()
    {
        MetadataReference other = Compile("Other", OwnSocket, Net80.References).ToMetadataReference(["other"]);
        Assert.Single(await Analyze(Usings + Server, [.. Net80.References, other]));
        Assert.Empty(await Analyze("extern alias other; using other::System.Net.Sockets;\nclass Server { void Run(object e) { var s = new other::System.Net.Sockets.Socket(other::System.Net.Sockets.SocketType.Stream, other::System.Net.Sockets.ProtocolType.Tcp); s.Bind(e); s.Listen(1); } }", [.. Net80.References, other]));
    }

    [Fact]
    public async Task That_define_the_socket_twice_are_silent() => Assert.Empty(await Analyze(OwnSocket + OwnSocket + Server));

    [Fact]
    public async Task Without_any_reference_are_silent() => Assert.Empty(await Analyze(Usings + Server, []));

    [Theory]
    [InlineData("System.Net.Primitives")]
    [InlineData("System.Runtime")]
    public async Task With_a_reference_missing_are_survived(string missing) =>
        await Analyze(Usings + Server, Net80.References.Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) != missing));

    [Theory]
    [InlineData("class Server(Socket s) { void Run(IPEndPoint e) { s.Bind(e); s.Listen(1); } }")]
    [InlineData("class Server { Socket S { get => field ??= new(SocketType.Stream, ProtocolType.Tcp); set; } void Run(IPEndPoint e) { S.Bind(e); S.Listen(1); } }")]
    [InlineData("static class E { extension(Socket s) { public void Open(IPEndPoint e) { s.Bind(e); s.Listen(1); } } }")]
    [InlineData("ref struct R { public Socket S; public void Run(scoped in R r, IPEndPoint e) { r.S.Bind(e); r.S.ExclusiveAddressUse = true; } }")]
    [InlineData("class Server { void Run(IPEndPoint e) { Socket[] all = [new(SocketType.Stream, ProtocolType.Tcp), .. (Socket[])[]]; if (all is [{ } s, ..]) { s.Bind(e); s.Listen(1); } } }")]
    [InlineData("class Server { async System.Collections.Generic.IAsyncEnumerable<int> Run(IPEndPoint e) { await using var x = (System.IAsyncDisposable)null!; using Socket s = new(SocketType.Stream, ProtocolType.Tcp); s?.Bind(e); s?.ExclusiveAddressUse = true; yield return await s!.SendAsync(new byte[1]); } }")]
    [InlineData("file record struct R(Socket S) { public R With(IPEndPoint e) { var r = this with { S = new(SocketType.Stream, ProtocolType.Tcp) }; r.S.Bind(e); r.S.Listen(1); return r; } }")]
    [InlineData("unsafe class Server { void Run(IPEndPoint e, delegate*<Socket, void> f) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); f(s); s.Bind(e); s.Listen(1); } }")]
    public async Task In_the_newest_language_are_survived(string source) => await Analyze(Usings + source);

    [Theory]
    [InlineData("net8.0", "true")]
    [InlineData("", "\0\uD800\uFFFF")]
    [InlineData("net99999999999999999999.0", "reuse,exclusive")]
    [InlineData("net-1", " REUSE ")]
    [InlineData("netcoreapp", "{0}{1}{2}")]
    [InlineData("net8.0-windows7.0.0.0.0.0", "🔌")]
    public async Task With_senseless_settings_are_read_all_the_same(string framework, string value)
    {
        string[] found = await Analyze(Usings + Server, settings: new SettingsOfTheBuild(framework, value));
        Assert.Single(found, finding => finding.Contains("SOCK001", StringComparison.Ordinal));
        Assert.Equal(value.Trim() == "REUSE" ? 1 : 2, found.Length);
    }

    private static CSharpCompilation Compile(string name, string source, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview))],
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true).WithSpecificDiagnosticOptions([new("SOCK008", ReportDiagnostic.Warn)]));

    private static Task<string[]> Analyze(string source, IEnumerable<MetadataReference>? references = null, AnalyzerConfigOptionsProvider? settings = null) =>
        Listeners.FindingsAsync(Compile("Test", source, references ?? Net80.References), Listeners.BothAnalyzers(), options: settings is null ? null : new AnalyzerOptions([], settings), cancellation: TestContext.Current.CancellationToken);
}
