using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Tests.Cases;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>What a fix may change travels with the diagnostic.</summary>
public sealed class The_contract_with_the_fixes
{
    private const string Tcp = "new Socket(SocketType.Stream, ProtocolType.Tcp)";
    private const string Zero = "new Socket(SocketType.Stream, ProtocolType.IP)";
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    private const string Clear = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)";
    private const string Group = "u.JoinMulticastGroup(IPAddress.Loopback);";

    [Theory]
    [InlineData("SOCK001", "net8.0", "var s = " + Tcp + "; s.Bind(e); s.Accept();", "SetBeforeBind, ExclusiveBeforeBind")]
    [InlineData("SOCK001", "net48", "var s = " + Tcp + "; s.Bind(e); s.Accept();", "SetBeforeBind, ExclusiveBeforeBind")]
    [InlineData("SOCK001", "netcoreapp2.0", "var s = " + Tcp + "; s.Bind(e); s.Accept();", "SetBeforeBind")]
    [InlineData("SOCK001", "net8.0", "var s = " + Zero + "; s.Bind(e); s.Accept();", "SetBeforeBind, TcpAndExclusive")]
    [InlineData("SOCK001", "netstandard2.0", "var s = " + Zero + "; s.Bind(e); s.Accept();", "SetBeforeBind")]
    [InlineData("SOCK001", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, p); s.Bind(e); s.Accept();", "SetBeforeBind")]
    [InlineData("SOCK001", "net8.0", "Socket s = a ? " + Tcp + " : given; s.Bind(e); s.Accept();", "SetAfterCreation")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; s.Bind(e); s." + Reuse + ";", "SetBeforeBind, Move")]
    [InlineData("SOCK002", "net8.0", "var u = new UdpClient(5000); u.Client." + Reuse + ";", "RewriteUdpClient")]
    [InlineData("SOCK002", "net8.0", "var l = new TcpListener(e); l.Start(); l.Server." + Reuse + ";", "SetBeforeBind, Move")]
    [InlineData("SOCK003", "net8.0", "var s = " + Zero + "; s.Bind(e); s.Accept();", "NameTcp")]
    [InlineData("SOCK003", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, 0); s.Bind(e); s.Accept();", "NameTcp")]
    [InlineData("SOCK003", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, 0); if (a) { s.Bind(e); s.Accept(); } else s.Bind(any);", "None")]
    [InlineData("SOCK004", "net8.0", "var s = given.Accept(); s." + Reuse + ";", "RemoveCall")]
    [InlineData("SOCK005", "net8.0", "var s = " + Tcp + "; s.ExclusiveAddressUse = true; s." + Reuse + ";", "KeepEither")]
    [InlineData("SOCK005", "net8.0", "var s = " + Tcp + "; if (a) s.ExclusiveAddressUse = true; else s.ExclusiveAddressUse = !false; s." + Reuse + ";", "None")]
    [InlineData("SOCK006", "net8.0", "var s = " + Tcp + "; s." + Reuse + "; s.Bind(e); s.Accept();", "ReplaceByExclusive, TakeSharingBack")]
    [InlineData("SOCK006", "netcoreapp2.0", "var s = " + Tcp + "; s." + Reuse + "; s.Bind(e); s.Accept();", "TakeSharingBack")]
    [InlineData("SOCK006", "net8.0", "var s = " + Zero + "; s." + Reuse + "; s.Bind(e); s.Accept();", "TakeSharingBack")]
    [InlineData("SOCK006", "net8.0", "var s = " + Tcp + "; s.ExclusiveAddressUse = false; s." + Reuse + "; s.Bind(e); s.Accept();", "TakeSharingBack")]
    [InlineData("SOCK007", "net8.0", "var u = new UdpClient(5000); " + Group, "RewriteUdpClient")]
    [InlineData("SOCK007", "net8.0", "var u = new UdpClient(); u.Client.Bind(e); " + Group, "SetBeforeBind")]
    [InlineData("SOCK008", "net8.0", "var l = new TcpListener(e); l.Start();", "SetBeforeBind, ExclusiveBeforeBind")]
    [InlineData("SOCK009", "net8.0", "var s = new Socket(AddressFamily.Unix, SocketType.Stream, 0); s." + Reuse + ";", "RemoveCall")]
    [InlineData("SOCK001", "net8.0", "Socket s = " + Tcp + "; if (a) { s = " + Tcp + "; s." + Reuse + "; } s.Bind(e); s.Accept();", "SetAfterCreation")]
    [InlineData("SOCK001", "net8.0", "Socket s = a ? " + Tcp + " : new Socket(any.AddressFamily, SocketType.Stream, p); s.Bind(any); s.Accept();", "SetAfterCreation, SetBeforeBindUnlessUnix")]
    [InlineData("SOCK001", "net8.0", "Socket s = a ? Make() : given; s.Bind(e); s.Accept(); } static Socket Make() { return " + Tcp + ";", "None")]
    [InlineData("SOCK001", "net8.0", "Socket s = a ? Make() : p == 0 ? " + Tcp + " : given; s.Bind(e); s.Accept(); } static Socket Make() { return " + Tcp + ";", "None")]
    [InlineData("SOCK001", "net8.0", "Socket s = a ? " + Tcp + " : p == 0 ? new Socket(any.AddressFamily, SocketType.Stream, p) : given; s.Bind(e); s.Accept();", "None")]
    [InlineData("SOCK001", "net8.0", "var s = " + Tcp + "; s.Bind(e); s.Accept(); if (a) s.Bind(e);", "SetBeforeBind, ExclusiveBeforeBind")]
    [InlineData("SOCK001", "net8.0", "var s = " + Tcp + "; if (a) { s.ExclusiveAddressUse = true; s.Close(); return; } s.Bind(e); s.Accept();", "ExclusiveBeforeBind")]
    [InlineData("SOCK001", "net8.0", "var s = " + Tcp + "; if (a) { s.ExclusiveAddressUse = p == 0; s.Close(); return; } s.Bind(e); s.Accept();", "ExclusiveBeforeBind")]
    [InlineData("SOCK001", "net8.0", "var s = " + Tcp + "; if (a) { s." + Reuse + "; s.Close(); return; } s.Bind(e); s.Accept();", "SetBeforeBind")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; Open(s, e); s." + Reuse + "; var t = " + Tcp + "; Open(t, e); } static void Open(Socket q, IPEndPoint e) { q.Bind(e);", "None")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; if (a) { s.ExclusiveAddressUse = true; s.Close(); return; } s.Bind(e); s." + Reuse + ";", "None")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; if (a) { s." + Reuse + "; s.Close(); return; } s.Bind(e); s.ExclusiveAddressUse = true;", "None")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; if (a) { s." + Reuse + "; s.Close(); return; } s.Bind(e); s.ExclusiveAddressUse = p == 0;", "None")]
    [InlineData("SOCK002", "net8.0", "var u = new UdpClient(5000); u.Client." + Clear + ";", "RemoveCall")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; s.Bind(e); s.ExclusiveAddressUse = true;", "Move")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; Open(s, e); s.ExclusiveAddressUse = true; } static void Open(Socket q, IPEndPoint e) { q.Bind(e);", "None")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; Open(s, e); s." + Reuse + "; } static void Open(Socket q, IPEndPoint e) { q.Bind(e);", "SetBeforeBind")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; if (a) { s." + Clear + "; s.Close(); return; } s.Bind(e); s." + Reuse + ";", "SetBeforeBind")]
    [InlineData("SOCK002", "net8.0", "var s = " + Tcp + "; if (p == 0) { s = " + Tcp + "; if (a) { s." + Clear + "; s.Close(); return; } } s.Bind(e); s." + Reuse + ";", "SetBeforeBind")]
    [InlineData("SOCK002", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, p); s.Bind(any); s." + Reuse + ";", "SetBeforeBindUnlessUnix, Move")]
    [InlineData("SOCK002", "net8.0", "var s = a ? " + Tcp + " : new Socket(any.AddressFamily, SocketType.Stream, p); s.Bind(any); s." + Reuse + ";", "SetBeforeBindUnlessUnix, Move")]
    [InlineData("SOCK002", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, p); s.Bind(e); s." + Reuse + ";", "SetBeforeBind, Move")]
    [InlineData("SOCK002", "net8.0", "var s = new Socket(any.AddressFamily, SocketType.Stream, p); if (a) s.Bind(e); else s.Bind(any); s." + Reuse + ";", "SetBeforeBindUnlessUnix, Move")]
    [InlineData("SOCK005", "net8.0", "var s = " + Tcp + "; Tune(s); s." + Reuse + "; } static void Tune(Socket q) { q.ExclusiveAddressUse = true;", "None")]
    [InlineData("SOCK008", "net8.0", "var l = new TcpListener(e); while (a) l.Start();", "SetBeforeBind, ExclusiveBeforeBind, UnlessBound")]
    public async Task Says_what_is_safe(string id, string framework, string statements, string edits) =>
        Assert.Equal(Enum.Parse<SafeEdits>(edits), (await Contract(id, framework, null, statements)).Contract.Edits);

    [Theory]
    [InlineData(null, "Unset")]
    [InlineData("reuse", "Reuse")]
    [InlineData(" reuse_except_windows ", "ReuseExceptWindows")]
    [InlineData("EXCLUSIVE", "Exclusive")]
    [InlineData("sometimes", "Unset")]
    public async Task Carries_what_the_team_has_chosen(string? addressReuse, string preference) =>
        Assert.Equal(Enum.Parse<AddressReusePreference>(preference), (await Contract("SOCK001", "net8.0", addressReuse, "var s = " + Tcp + "; s.Bind(e); s.Accept();")).Contract.Preference);

    [Fact]
    public async Task Carries_the_runtime() =>
        Assert.Equal(RuntimeProfile.OldCore, (await Contract("SOCK001", "netcoreapp2.0", null, "var s = " + Tcp + "; s.Bind(e); s.Accept();")).Contract.Profile);

    [Fact]
    public async Task Carries_the_protocols_that_are_to_be_named()
    {
        (FixContract contract, string source) = await Contract("SOCK001", "net8.0", null, "var s = a ? " + Tcp + " : " + Zero + "; s.Bind(e); s.Accept();");
        Assert.Equal("ProtocolType.IP", source.Substring(Assert.Single(contract.Protocols).Start, Assert.Single(contract.Protocols).Length));
    }

    [Fact]
    public async Task Carries_the_set_that_is_contradicted()
    {
        (FixContract contract, string source) = await Contract("SOCK005", "net8.0", null, "var s = " + Tcp + "; s.ExclusiveAddressUse = true; s." + Reuse + ";");
        Assert.Equal("s.ExclusiveAddressUse = true", source.Substring(Assert.Single(contract.Others).Start, Assert.Single(contract.Others).Length));
    }

    private static async Task<(FixContract Contract, string Source)> Contract(string id, string framework, string? addressReuse, string statements)
    {
        string source = "using System.Net; using System.Net.Sockets; class Server { void Run(bool a, EndPoint any, IPEndPoint e, Socket given, ProtocolType p) { " + statements + " } }";
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            Net80.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions([new(RuleIds.StartedWithoutDecision, ReportDiagnostic.Warn)]));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        IEnumerable<Diagnostic> found = await compilation
            .WithAnalyzers([new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new AnalyzerOptions([], new FrameworkOption(framework, addressReuse)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (FixContract.Read(found.Single(diagnostic => diagnostic.Id == id).Properties)!, source);
    }
}
