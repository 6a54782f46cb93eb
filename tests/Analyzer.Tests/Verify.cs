using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.Tests;

/// <summary>
/// Runs the analyzer, and where asked its fixes, over a source in which <c>[|…|]</c> marks SOCK001 and
/// <c>{|SOCK002:…|}</c> SOCK002, and so on. Nothing else may be reported, and the source must compile. Unless a test says
/// otherwise, it is that of a team that has chosen <c>reuse</c>: else most listeners would be reported by SOCK006, too.
/// </summary>
internal static class Verify
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Sockets;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static readonly ReferenceAssemblies Net80Assemblies = new("net8.0");

    /// <summary>Statements in a method that has a socket, some flags and an end point to work with.</summary>
    public static Task Body(string statements) => File(Usings + $$"""
        class Server
        {
            static void Run(bool a, bool b, bool c, IPEndPoint endPoint, Socket given)
            {
        {{statements}}
            }
            static Socket New() => throw null;
        }
        """);

    /// <summary>The members of a class.</summary>
    public static Task Members(string members) => File(Usings + "class Server {\n" + members + "\n}");

    /// <summary>A whole file, with the usual usings in front.</summary>
    public static Task FileWithUsings(string source) => File(Usings + source);

    public static Task File(string source, string targetFramework = "net8.0") => Marked.Run(targetFramework, source);

    public static Task Files(params string[] sources) => Marked.Run("net8.0", sources);

    /// <summary>A test of several files, to be completed.</summary>
    public static CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier> Analyzer(string? targetFramework, params string[] sources)
    {
        var test = new SocketTest();
        Configure(test, targetFramework);
        foreach (string source in sources)
            test.TestState.Sources.Add(source);
        return test;
    }

    /// <summary>The source with the first action of every finding applied, one by one and all at once.</summary>
    public static CSharpCodeFixTest<SocketSetupAnalyzer, SocketSetupCodeFixProvider, DefaultVerifier> Fix(string source, string fixedSource)
    {
        var test = new SocketFixTest { FixedCode = fixedSource };
        Configure(test, "net8.0");
        test.TestState.Sources.Add(source);
        return test;
    }

    private static void Configure(AnalyzerTest<DefaultVerifier> test, string? targetFramework)
    {
        test.ReferenceAssemblies = Net80Assemblies;
        // The wordings of a rule share its id; The_message tells them apart.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        foreach (MetadataReference reference in Net80.References)
            test.TestState.AdditionalReferences.Add(reference);
        if (targetFramework is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.TargetFramework = {targetFramework}\nsocket_setup.address_reuse = reuse\n"));
    }

    private static CSharpParseOptions Newest(CSharpParseOptions options) => options.WithLanguageVersion(LanguageVersion.Preview);

    private sealed class SocketTest : CSharpAnalyzerTest<SocketSetupAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => Newest((CSharpParseOptions)base.CreateParseOptions());

        protected override DiagnosticDescriptor GetDefaultDiagnostic(Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer[] analyzers) => analyzers[0].SupportedDiagnostics.First(descriptor => descriptor.Id == RuleIds.BoundWithoutReuseAddress);
    }

    private sealed class SocketFixTest : CSharpCodeFixTest<SocketSetupAnalyzer, SocketSetupCodeFixProvider, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => Newest((CSharpParseOptions)base.CreateParseOptions());

        protected override DiagnosticDescriptor GetDefaultDiagnostic(Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer[] analyzers) => analyzers[0].SupportedDiagnostics.First(descriptor => descriptor.Id == RuleIds.BoundWithoutReuseAddress);
    }
}
