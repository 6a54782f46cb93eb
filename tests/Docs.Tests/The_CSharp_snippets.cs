using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocketSetup.Docs.Tests;

/// <summary>They compile, and show what they say that they show.</summary>
public sealed class The_CSharp_snippets
{
    public static TheoryData<string, int> Places =>
        [.. Repository.Guides().Select(MarkdownPage.Read).SelectMany(Snippet.Of).Select(snippet => (snippet.Page, snippet.Block.Line))];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Compile_and_are_reported_where_they_say(string page, int line)
    {
        Snippet snippet = Snippet.Of(MarkdownPage.Read(page)).Single(snippet => snippet.Block.Line == line);

        await Check(snippet);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/rules/SOCK001.md")]
    [InlineData("docs/rules/SOCK002.md")]
    [InlineData("docs/rules/SOCK003.md")]
    [InlineData("docs/rules/SOCK004.md")]
    [InlineData("docs/rules/SOCK005.md")]
    [InlineData("docs/rules/SOCK006.md")]
    [InlineData("docs/rules/SOCK007.md")]
    [InlineData("docs/rules/SOCK008.md")]
    [InlineData("docs/rules/SOCK009.md")]
    public void Show_a_finding_in(string page) =>
        Assert.NotEmpty(Snippet.Of(MarkdownPage.Read(page)).SelectMany(snippet => snippet.Expected));

    [Theory]
    [InlineData("Socket s = null;\ns.Bond(endPoint);")]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp);\ns.Bind(endPoint); // SOCK002\ns.Listen();")]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp);\ns.Bind(endPoint);\ns.Listen();")]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp); // SOCK001\ns.Bind(endPoint);\ns.Listen();")]
    [InlineData("int one = 1; // SOCK001")]
    public async Task That_do_not_are_found(string code) =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Check(Written(code)));

    [Theory]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp);\ns.Bind(endPoint); // SOCK001\ns.Listen();")]
    [InlineData("Socket s = new Socket(SocketType.Stream, ProtocolType.Tcp);\nvoid Open(IPEndPoint at) { s.Close(); }")]
    [InlineData("private int port;\nint Port => port;")]
    [InlineData("using System.Net;\n\nclass Server\n{\n}")]
    [InlineData("using System.Runtime.CompilerServices;\n\n[assembly: InternalsVisibleTo(\"Tests\")]")]
    public async Task May_be_statements_members_or_files(string code) => await Check(Written(code));

    private static Snippet Written(string code) => new("Page.md", new CodeBlock("csharp", 10, code.Split('\n')));

    private static async Task Check(Snippet snippet)
    {
        CSharpCompilation compilation = Compiled.File(snippet.Source);
        Assert.Empty(Compiled.Errors(compilation));

        IEnumerable<Diagnostic> reported = await Compiled.AnalyzeAsync(compilation, snippet.Page);

        Assert.Equal(snippet.Expected, reported.Select(diagnostic => (diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line + 1, diagnostic.Id)).Order());
    }
}
