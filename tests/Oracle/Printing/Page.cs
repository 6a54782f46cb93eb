using System.Text;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Printing;

/// <summary>Text that grows, and where in it each site stands.</summary>
internal sealed class Page
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, TextSpan> sites = [];
    private readonly string tag;
    private int depth;
    private bool isInLine;

    /// <param name="tag">What the names of members end in.</param>
    public Page(string tag) => this.tag = tag;

    /// <summary>Where the creations, binds and sets stand, by their numbers.</summary>
    public IReadOnlyDictionary<int, TextSpan> Sites => sites;

    public Page Write(string part)
    {
        if (!isInLine)
            text.Append(' ', depth * 4);
        isInLine = true;
        text.Append(part.Replace(Names.Mark, tag, StringComparison.Ordinal));
        return this;
    }

    public void End(string part = "")
    {
        if (part.Length > 0)
            Write(part);
        text.Append('\n');
        isInLine = false;
    }

    public void Braced(string tail, Action inside)
    {
        End("{");
        depth++;
        inside();
        depth--;
        End("}" + tail);
    }

    public void Indented(Action inside)
    {
        depth++;
        inside();
        depth--;
    }

    /// <summary>Writes what stands at the site.</summary>
    public void Mark(int site, Action inside)
    {
        Write("");
        int start = text.Length;
        inside();
        sites[site] = TextSpan.FromBounds(start, text.Length);
    }

    public override string ToString() => text.ToString();
}
