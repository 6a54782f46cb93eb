using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>A fix is a change of the original text, to the byte: line endings, indentation, encoding.</summary>
public sealed class The_text
{
    private const string Set = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Missing = "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n\tvoid Run(IPEndPoint e)\n\t{\n\t\tvar s = new Socket(SocketType.Stream, ProtocolType.Tcp);\n\t\ts.Bind(e);\n\t\ts.Listen(1);\n\t}\n}";
    private const string Late = "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n\tvoid Run(IPEndPoint e)\n\t{\n\t\tvar s = new Socket(SocketType.Stream, ProtocolType.Tcp);\n\t\ts.Bind(e);\n\t\t" + Set + "\n\t\ts.Listen(1);\n\t}\n}";
    private const string Right = "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n\tvoid Run(IPEndPoint e)\n\t{\n\t\tvar s = new Socket(SocketType.Stream, ProtocolType.Tcp);\n\t\t" + Set + "\n\t\ts.Bind(e);\n\t\ts.Listen(1);\n\t}\n}";

    [Theory]
    [InlineData("\n", "\t", true)]
    [InlineData("\r\n", "\t", true)]
    [InlineData("\r", "\t", false)]
    [InlineData("\r\n", "    ", false)]
    [InlineData("\n", "  ", true)]
    public async Task Keeps_line_endings_indentation_and_encoding(string lineBreak, string indentation, bool mark)
    {
        foreach (string source in (string[])[Missing, Late])
        {
            var encoding = new UTF8Encoding(mark);
            SourceText fixedText = await FixedText(SourceText.From(As(source), encoding));
            Assert.Equal(As(Right), fixedText.ToString());
            Assert.Same(encoding, fixedText.Encoding);
        }

        string As(string text) => text.Replace("\n", lineBreak, StringComparison.Ordinal).Replace("\t", indentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_each_line_ending_of_a_mixed_file()
    {
        string mixed = Missing.Replace("s.Bind(e);\n", "s.Bind(e);\r\n", StringComparison.Ordinal);
        string expected = Right.Replace("s.Bind(e);\n", "s.Bind(e);\r\n", StringComparison.Ordinal).Replace(Set + "\n", Set + "\r\n", StringComparison.Ordinal);
        Assert.Equal(expected, (await FixedText(SourceText.From(mixed, Encoding.UTF8))).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task Keeps_the_end_of_a_file_of_top_level_statements(string end)
    {
        const string head = "using System.Net;\nusing System.Net.Sockets;\nvar s = new Socket(SocketType.Stream, ProtocolType.Tcp);\n";
        Assert.Equal(head + Set + "\ns.Listen(1);\ns.Bind(new IPEndPoint(1, 80));" + end, (await FixedText(SourceText.From(head + "s.Listen(1);\ns.Bind(new IPEndPoint(1, 80));" + end))).ToString().Replace("s.Listen(1);\n" + Set, Set + "\ns.Listen(1);", StringComparison.Ordinal));
        Assert.Equal(head + Set + "\ns.Bind(new IPEndPoint(1, 80));" + end, (await FixedText(SourceText.From(head + "s.Bind(new IPEndPoint(1, 80));\n" + Set + end))).ToString());
    }

    [Fact]
    public async Task Of_a_finding_that_is_out_of_date_is_left_alone()
    {
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, SourceText.From(Missing));
        Diagnostic diagnostic = await Diagnose(document);
        Document edited = document.WithText(SourceText.From(Missing.Insert(0, "// A line more.\n")));
        Assert.Empty(await Actions(edited, Diagnostic.Create(diagnostic.Descriptor, Location.Create((await edited.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!, new TextSpan(3, 4)), diagnostic.AdditionalLocations, diagnostic.Properties)));
    }

    [Fact]
    public async Task Has_a_title_that_tells_the_consequence_and_a_key_for_batches()
    {
        using var workspace = new AdhocWorkspace();
        Document missing = Add(workspace, SourceText.From(Missing)), late = Add(workspace, SourceText.From(Late));
        CodeAction set = (await Actions(missing, await Diagnose(missing)))[0], move = Assert.Single(await Actions(late, await Diagnose(late)));
        Assert.Equal(("Set ReuseAddress before Bind (a second instance may share the port)", "SOCK001.repair"), (set.Title, set.EquivalenceKey));
        Assert.Equal(("Move it before Bind", "SOCK002.repair"), (move.Title, move.EquivalenceKey));
    }

    private static async Task<SourceText> FixedText(SourceText source)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, source);
        CodeAction action = (await Actions(document, await Diagnose(document)))[0];
        var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(TestContext.Current.CancellationToken)));
        return await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken);
    }

    private static Document Add(AdhocWorkspace workspace, SourceText source)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication), metadataReferences: Net80.References));
        return workspace.AddDocument(project.Id, "Test.cs", source);
    }

    private static async Task<Diagnostic> Diagnose(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        return Assert.Single(await compilation.WithAnalyzers([new SocketSetupAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<CodeAction>> Actions(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new SocketSetupCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }
}
