using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Docs.Tests;

/// <summary>
/// A C# block of a page. It need not be a whole file: statements, and those after usings, are put into a method that has an <c>endPoint</c> and
/// a <c>port</c>, members into a class, and the usual usings stand before everything. A comment
/// <c>// SOCK001</c> at the end of a line says that this is reported there.
/// </summary>
internal sealed partial record Snippet(string Page, CodeBlock Block)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Sockets;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>The whole file, in which lines have the numbers that they have in the page.</summary>
    public string Source
    {
        get
        {
            CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(string.Join('\n', Block.Lines));
            // The usings of a program stay outside of the method.
            int usings = unit.Usings.Count == 0 ? 0 : 1 + unit.Usings.Last().GetLocation().GetLineSpan().EndLinePosition.Line;
            string code = Part(usings, Block.Lines.Count);
            if (unit.AttributeLists.Count > 0 || unit.Members.Any(member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax))
                return Usings + Part(0, Block.Lines.Count);
            return unit.Members.All(member => member is GlobalStatementSyntax)
                ? Usings + Part(0, usings) + "class Snippet { void Run(IPEndPoint endPoint, int port) {\n" + code + "} }"
                : Usings + "class Snippet {\n" + code + "}";
        }
    }

    /// <summary>What the snippet itself says is reported: the line of the page and the rule.</summary>
    public IEnumerable<(int Line, string Rule)> Expected =>
        Block.Lines.Index()
            .Select(line => (Line: Block.Line + line.Index, Rule: Mark().Match(line.Item)))
            .Where(line => line.Rule.Success)
            .SelectMany(line => line.Rule.Groups[1].Value.Split(", ").Select(rule => (line.Line, rule)));

    private string Part(int from, int to) => $"#line {Block.Line + from} \"{Page}\"\n{string.Join('\n', Block.Lines.Take(to).Skip(from))}\n";

    public static IEnumerable<Snippet> Of(MarkdownPage page) =>
        page.Blocks.Where(block => block.Language == "csharp").Select(block => new Snippet(page.Path, block));

    [GeneratedRegex(@"// (SOCK\d{3}(, SOCK\d{3})*)$")]
    private static partial Regex Mark();
}
