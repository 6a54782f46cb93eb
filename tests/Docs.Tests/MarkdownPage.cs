using System.Text.RegularExpressions;

namespace SocketSetup.Docs.Tests;

/// <summary>A fenced block: its language and its lines, and the line of the page that the first of them is.</summary>
internal sealed record CodeBlock(string Language, int Line, IReadOnlyList<string> Lines);

/// <summary>A row of a table, without the row of dashes; the first one is the header.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What a page holds besides its prose.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<CodeBlock> blocks = [];
    private readonly List<string> prose = [];

    public MarkdownPage(string path, string text)
    {
        Path = path;
        Split(text.Split('\n'));
        Anchors = FindAnchors();
        Links = [.. prose.SelectMany(line => LinkPattern().Matches(InlineCode().Replace(line, "code"))).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)];
    }

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks => blocks;

    /// <summary>What a link to a heading of the page may name.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>Where the links and pictures of the page lead; what stands in code is none.</summary>
    public IReadOnlyList<string> Links { get; }

    public IReadOnlyList<Table> Tables => FindTables();

    public static MarkdownPage Read(string path) => new(path, Repository.Read(path));

    private void Split(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Match fence = Fence().Match(lines[i]);
            if (!fence.Success)
            {
                prose.Add(lines[i]);
                continue;
            }
            string[] inside = [.. lines.Skip(i + 1).TakeWhile(line => line.Trim() != fence.Groups["fence"].Value)];
            blocks.Add(new CodeBlock(fence.Groups["language"].Value, i + 2, inside));
            i += inside.Length + 1;
        }
    }

    private HashSet<string> FindAnchors()
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in prose.Where(line => Heading().IsMatch(line)))
        {
            string text = Heading().Match(line).Groups[1].Value.Trim().ToLowerInvariant();
            string anchor = NotInAnchors().Replace(text, "").Replace(' ', '-');
            for (int again = 0; !anchors.Add(again == 0 ? anchor : $"{anchor}-{again}"); again++)
            {
            }
        }
        return anchors;
    }

    private List<Table> FindTables()
    {
        var tables = new List<Table>();
        for (int i = 0; i < prose.Count; i++)
        {
            List<IReadOnlyList<string>> rows = [.. prose.Skip(i).TakeWhile(line => line.StartsWith('|')).Where(line => !Dashes().IsMatch(line)).Select(Cells)];
            if (rows.Count == 0)
                continue;
            tables.Add(new Table(rows));
            i += rows.Count;
        }
        return tables;
    }

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"^\s*(?<fence>`{3,})(?<language>[a-z]*)\s*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}\s+(.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"^\|[\s:|-]+\|$")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"`[^`]*`")]
    private static partial Regex InlineCode();

    /// <summary>Inline links and pictures, definitions of references, links in angle brackets, attributes of HTML.</summary>
    [GeneratedRegex(@"\]\(([^)\s]*)(?:\s[^)]*)?\)|^\s*\[[^\]]+\]:\s*(\S+)|<([a-z]+://[^>]*)>|(?:href|src)=""([^""]*)""")]
    private static partial Regex LinkPattern();
}
