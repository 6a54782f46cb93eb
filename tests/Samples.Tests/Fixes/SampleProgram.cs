using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Samples.Tests.Fixes;

/// <summary><c>EchoServer.Before</c> with another listener, compiled to a program that runs.</summary>
internal static class SampleProgram
{
    public const string Listener = "Listener.cs";

    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string RuntimeConfiguration =
        """
        { "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }
        """;

    /// <summary>The same files as the project of the sample.</summary>
    public static Project CreateProject(AdhocWorkspace workspace, string listener)
    {
        Project project = workspace.AddProject("EchoServer", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithMetadataReferences(Basic.Reference.Assemblies.Net80.References.All);
        project = project.AddDocument("Usings.cs", SourceText.From(ImplicitUsings)).Project;
        foreach (string file in SampleSources.CodeFilesOf("EchoServer").Where(file => file != Listener))
            project = project.AddDocument(file, SourceText.From(SampleSources.Read("EchoServer", file))).Project;
        return project.AddDocument(Listener, SourceText.From(listener)).Project;
    }

    /// <returns>The path of the assembly.</returns>
    public static async Task<string> CompileAsync(string listener, string folder)
    {
        using AdhocWorkspace workspace = new();
        Compilation compilation = (await CreateProject(workspace, listener).GetCompilationAsync(TestContext.Current.CancellationToken))!;
        string assembly = Path.Combine(folder, "EchoServer.dll");
        EmitResult result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        await File.WriteAllTextAsync(Path.Combine(folder, "EchoServer.runtimeconfig.json"), RuntimeConfiguration, TestContext.Current.CancellationToken);
        return assembly;
    }
}
