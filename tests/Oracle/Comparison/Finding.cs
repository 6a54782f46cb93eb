using System.Globalization;
using System.Text;
using SocketSetup.Oracle.Printing;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>A program that did not come out as it should.</summary>
/// <param name="Seed">With the index, what generates it again.</param>
/// <param name="Index">Its number.</param>
/// <param name="Program">The program, perhaps a smaller one by now.</param>
/// <param name="Verdict">How it came out.</param>
internal sealed record Finding(int Seed, int Index, ProgramTree Program, Verdict Verdict)
{
    public override string ToString()
    {
        Page page = ProgramPrinter.Print(Program, Dialect.Plain, "Smallest");
        string text = page.ToString();
        var words = new StringBuilder();
        words.Append(CultureInfo.InvariantCulture, $"{Verdict.Outcome}, seed {Seed}, index {Index}\n");
        Verdict.Append(words, site => Place(site, page, text));
        return words.Append(text).ToString();
    }

    private static string Place(int site, Page page, string text)
    {
        if (!page.Sites.TryGetValue(site, out Microsoft.CodeAnalysis.Text.TextSpan span))
            return "nothing that is known";
        int line = text.AsSpan(0, span.Start).Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"line {line}: {text.AsSpan(span.Start, span.Length)}");
    }
}
