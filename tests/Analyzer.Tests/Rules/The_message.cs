using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>It says what is so on the runtime at hand, of the socket as the source names it.</summary>
public sealed class The_message
{
    private const string NotTcp = "Listening socket 'x' is bound without ReuseAddress: its protocol is not Tcp, so on Linux and macOS a restart fails with AddressAlreadyInUse while old connections linger";
    private const string LeftToRuntime = "Listening socket 'x' is bound without an explicit ReuseAddress: restarting on a port still in TIME_WAIT is left to the runtime, which sets SO_REUSEADDR itself on Linux and macOS";
    private const string OldCore = "Listening socket 'x' is bound without ReuseAddress: on Linux and macOS a restart fails with AddressAlreadyInUse while old connections linger";
    private const string NoOptionNeeded = "Listening socket 'x' is bound without an address decision: no option is needed to restart here; ReuseAddress shares the port, ExclusiveAddressUse refuses a second instance";
    private const string Unknown = "Listening socket 'x' is bound without ReuseAddress: on runtimes that do not set SO_REUSEADDR themselves a restart can fail with AddressAlreadyInUse";

    [Theory]
    [InlineData("net10.0", "{|SOCK003:ProtocolType.Unspecified|}", NotTcp)]
    [InlineData("net8.0", "{|SOCK003:ProtocolType.IP|}", NotTcp)]
    [InlineData("netcoreapp2.1", "{|SOCK003:0|}", NotTcp)]
    [InlineData("net8.0-android", "ProtocolType.Tcp", LeftToRuntime)]
    [InlineData("net5.0", "ProtocolType.Tcp", LeftToRuntime)]
    [InlineData("netcoreapp3.1", "(ProtocolType)6", LeftToRuntime)]
    [InlineData("net8.0", "protocol", Unknown)]
    [InlineData("netcoreapp2.0", "ProtocolType.Tcp", OldCore)]
    [InlineData("netcoreapp1.1", "ProtocolType.Unspecified", OldCore)]
    [InlineData("net48", "ProtocolType.Tcp", NoOptionNeeded)]
    [InlineData("net472", "ProtocolType.Unspecified", NoOptionNeeded)]
    [InlineData("net8.0-windows10.0.19041", "ProtocolType.Unspecified", NoOptionNeeded)]
    [InlineData("netstandard2.0", "ProtocolType.Tcp", Unknown)]
    [InlineData("nonsense", "{|SOCK003:ProtocolType.Unspecified|}", Unknown)]
    [InlineData(null, "ProtocolType.Tcp", Unknown)]
    public async Task Of_a_missing_decision_depends_on_the_runtime(string? targetFramework, string protocol, string message)
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer(targetFramework, Listening(protocol));
        test.ExpectedDiagnostics.Add(Expect("SOCK001", message, (7, 9, 7, 25)).WithLocation(6, 20));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_Unity_says_that_no_option_is_needed()
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer(null, Listening("ProtocolType.Tcp"));
        test.TestState.AdditionalReferences.Add(CSharpCompilation.Create("UnityEngine", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference());
        test.ExpectedDiagnostics.Add(Expect("SOCK001", NoOptionNeeded, (7, 9, 7, 25)).WithLocation(6, 20));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Speaks_of_the_creation_that_really_fails()
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer("net8.0", """
            using System.Net;
            using System.Net.Sockets;
            class Server
            {
                void Run(bool a, IPEndPoint endPoint)
                {
                    Socket x = a
                        ? new Socket(SocketType.Stream, ProtocolType.Tcp)
                        : new Socket(SocketType.Stream, {|SOCK003:ProtocolType.Unspecified|});
                    x.Bind(endPoint);
                    x.Listen(10);
                }
            }
            """);
        test.ExpectedDiagnostics.Add(Expect("SOCK001", NotTcp, (10, 9, 10, 25)).WithLocation(8, 15).WithLocation(9, 15));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("x.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", "ReuseAddress is set on 'x' after it is bound: it does nothing for this Bind, and on Linux and macOS it opens the port to sharing")]
    [InlineData("x.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, a)", "ReuseAddress is set on 'x' after it is bound: it does nothing for this Bind, and on Linux and macOS true opens the port to sharing")]
    [InlineData("x.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)", "ReuseAddress is cleared on 'x' after it is bound: on Linux and macOS the next restart fails with AddressAlreadyInUse while old connections linger")]
    [InlineData("x.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, true)", "Address option is set on 'x' after it is bound: it does nothing for this Bind")]
    [InlineData("x.ExclusiveAddressUse = true", "ExclusiveAddressUse is assigned on 'x' after it is bound: this throws InvalidOperationException")]
    public async Task Of_a_late_set_says_what_it_does_instead(string set, string message)
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer("net8.0", $$"""
            using System.Net;
            using System.Net.Sockets;
            class Server
            {
                void Run(bool a, IPEndPoint endPoint)
                {
                    var x = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    x.Bind(endPoint);
                    {{set}};
                    x.Listen(10);
                }
            }
            """);
        test.ExpectedDiagnostics.Add(Expect("SOCK002", message, (9, 9, 9, 9 + set.Length)).WithLocation(8, 9).WithLocation(7, 17));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("net8.0-windows", "if (a)")]
    [InlineData("net8.0", "if (System.OperatingSystem.IsWindows())")]
    public async Task Of_a_late_set_does_not_speak_of_a_system_on_which_it_never_runs(string framework, string test)
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> verify = Verify.Analyzer(framework, $$"""
            using System.Net;
            using System.Net.Sockets;
            class Server
            {
                void Run(bool a, IPEndPoint endPoint)
                {
                    var x = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    x.Bind(endPoint);
                    {{test}}
                        {|#0:x.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false)|};
                    x.Listen(10);
                }
            }
            """);
        verify.ExpectedDiagnostics.Add(new DiagnosticResult("SOCK002", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(8, 9).WithLocation(7, 17).WithMessage("Address option is set on 'x' after it is bound: it does nothing for this Bind"));
        await verify.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("this.listener")]
    [InlineData("listener")]
    [InlineData("Server.shared")]
    public async Task Names_the_socket_as_the_source_does(string name)
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer("net8.0", $$"""
            using System.Net;
            using System.Net.Sockets;
            class Server
            {
                Socket listener;
                static Socket shared;
                void Run(IPEndPoint endPoint)
                {
                    {{name}} = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    {|#0:{{name}}.Bind(endPoint)|};
                    {{name}}.Listen(10);
                }
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("SOCK001", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(9, 9 + name.Length + 3).WithMessage(LeftToRuntime.Replace("'x'", $"'{name}'", StringComparison.Ordinal)));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("l?{|#0:.Server.SET|}", "l?.Server")]
    [InlineData("l?.Server?{|#0:.SET|}", "l?.Server")]
    [InlineData("this.l?{|#0:.Server.SET|}", "this.l?.Server")]
    [InlineData("{|#0:l.Server.SET|}", "l.Server")]
    public async Task Names_what_stands_before_a_question_mark_too(string set, string name)
    {
        CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> test = Verify.Analyzer("net8.0", $$"""
            using System.Net;
            using System.Net.Sockets;
            class Server
            {
                TcpListener l;
                void Run()
                {
                    l = new TcpListener(IPAddress.Any, 80);
                    l.Start();
                    {{set.Replace("SET", "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", StringComparison.Ordinal)}};
                }
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("SOCK002", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(9, 9).WithLocation(8, 13).WithMessage($"ReuseAddress is set on '{name}' after it is bound: it does nothing for this Bind, and on Linux and macOS it opens the port to sharing"));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Listening(string protocol) => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Server {
            void Run(IPEndPoint endPoint, ProtocolType protocol)
            {
                Socket x = new Socket(AddressFamily.InterNetwork, SocketType.Stream, {{protocol}});
                x.Bind(endPoint);
                x.Listen(10);
            }
        }
        """;

    private static DiagnosticResult Expect(string id, string message, (int Line, int Column, int EndLine, int EndColumn) at) =>
        new DiagnosticResult(id, DiagnosticSeverity.Warning).WithSpan(at.Line, at.Column, at.EndLine, at.EndColumn).WithMessage(message);
}
