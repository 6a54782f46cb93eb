using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>A file that projects share, or the target frameworks of one, gets one edit, which is right in each.</summary>
public sealed class A_file_of_several_projects
{
    private const string Source = "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n\tvoid Run(IPEndPoint e)\n\t{\n\t\tvar s = new Socket(SocketType.Stream, ProtocolType.Tcp);\n\t\ts.Bind(e);\n\t\ts.Listen(1);\n\t}\n}\n";
    private const string Reuse = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);", Exclusive = "s.ExclusiveAddressUse = true;";

    [Theory]
    [InlineData("net472", "net8.0", Reuse)]
    [InlineData("net8.0", "net472", Reuse)]
    [InlineData("net8.0-windows", "net8.0", Reuse)]
    [InlineData("net472", "net48", "if (global::System.OperatingSystem.IsWindows()) " + Exclusive)]
    [InlineData("net8.0", "net9.0", Reuse)]
    [InlineData("net8.0-windows", "net9.0-windows", Exclusive)]
    public async Task Gets_what_comes_first_on_the_runtimes_of_all(string one, string other, string expected)
    {
        using var workspace = new AdhocWorkspace();
        Solution solution = Add(Add(workspace.CurrentSolution, one), other);
        foreach (ProjectId project in solution.ProjectIds)
            Assert.Equal(Source.Replace("\t\ts.Bind", $"\t\t{expected}\n\t\ts.Bind", StringComparison.Ordinal), await Fixed(solution.GetProject(project)!));
    }

    private static async Task<string> Fixed(Project project)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Document document = Assert.Single(project.Documents);
        Assert.Single(document.GetLinkedDocumentIds());
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        Diagnostic diagnostic = Assert.Single(await compilation.WithAnalyzers([new SocketSetupAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation));
        var actions = new List<CodeAction>();
        await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
        var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await actions[0].GetOperationsAsync(cancellation)));
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellation)).ToString();
    }

    private static Solution Add(Solution solution, string framework)
    {
        var project = ProjectId.CreateNewId();
        return solution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, framework, framework, LanguageNames.CSharp, filePath: $"/{framework}/Server.csproj", compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: Net80.References))
            .AddDocument(DocumentId.CreateNewId(project), "Server.cs", SourceText.From(Source), filePath: "/Server.cs")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".globalconfig", SourceText.From($"is_global = true\nbuild_property.TargetFramework = {framework}\n"), filePath: $"/{framework}/.globalconfig");
    }
}
