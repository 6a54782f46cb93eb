using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SocketSetup.Docs.Tests;

/// <summary>What a block of a config or of a project file sets: names with their values.</summary>
internal sealed partial record ConfigSnippet(string Page, CodeBlock Block)
{
    public static IEnumerable<ConfigSnippet> In(MarkdownPage page) =>
        page.Blocks.Where(block => block.Language is "ini" or "xml").Select(block => new ConfigSnippet(page.Path, block));

    /// <exception cref="XmlException">The block is no XML.</exception>
    public IEnumerable<(string Name, string Value)> Settings() => Block.Language == "xml" ? Properties() : Lines();

    /// <summary>Every line but the comments and the sections, which have to look like one.</summary>
    private IEnumerable<(string Name, string Value)> Lines() =>
        from line in Block.Lines
        let text = line.Trim()
        where text.Length > 0 && text[0] != '#' && !Section().IsMatch(text)
        let parts = text.Split(" = ", 2)
        select (parts[0], parts.Length == 2 ? parts[1] : throw new FormatException($"{Page}: \"{text}\" sets nothing."));

    private IEnumerable<(string Name, string Value)> Properties() =>
        XElement.Parse(string.Join('\n', Block.Lines)).DescendantsAndSelf("PropertyGroup").Elements().Select(property => (property.Name.LocalName, property.Value));

    [GeneratedRegex(@"^\[.+\]$")]
    private static partial Regex Section();
}
