using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Robustness.Mutations;

/// <summary>Damage at random. What a number means depends on the seed and the sources alone.</summary>
internal static class RandomChanges
{
    private static readonly string[] Unbalanced = ["{", "}", "(", ")", "[", "]", "<", ">", "\"", "'", "\"\"\"", "$\"{", "@\"", "/*", "*/", "\n#if X\n", "\n#if true\n", "\n#endif\n", "\n#else\n", "\n#region\n", "\n#nullable enable\n", ";", ",", "=>", "?", "??", "?.", "!"];

    private static readonly string[] Remarks = ["/* why */", "// why\n", "\n", "\r\n", "\n\n#pragma warning disable CS0168\n", "\n#region r\n#endregion\n", "\n#if false\nlost(\n#endif\n", "\t"];

    private static readonly string[] Scripts = ["сокет", "σύνδεση", "插座", "ソケット", "소켓", "مقبس", "सॉकेट", "𝒔ocket", "é\u0301t\u00e9", "ſocket", "Bınd", "@Bind", "\\u0073", "_", "I\u0307"];

    private static readonly Func<Damage, string>[] Ways =
    [
        SwapTokens, SwapStatements, Splice, SpliceStatement, DeleteRange, DeleteStatement, RepeatStatement, InsertUnbalanced, InsertRemark, WrapStatement, ReplaceIdentifier, RenameIdentifier, Unindent,
    ];

    public static IEnumerable<Mutant> Of(IReadOnlyList<Source> sources, int seed, int first, int count)
    {
        List<Source> usable = [.. sources.Where(source => source.IsAboutSockets)];
        return Enumerable.Range(first, usable.Count == 0 ? 0 : count).Select(number => Of(usable, seed, number));
    }

    private static Mutant Of(List<Source> sources, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        Source source = sources[random.Next(sources.Count)];
        string text = source.Text;
        for (int turns = random.Next(1, 4); turns > 0; turns--)
            text = Ways[random.Next(Ways.Length)](new Damage(text, sources[random.Next(sources.Count)].Text, random));
        return new Mutant(source, Kind.Mutation, number, text);
    }

    private static string SwapTokens(Damage damage) => damage.Swap(damage.Pick(damage.Tokens), damage.Pick(damage.Tokens));

    private static string SwapStatements(Damage damage) => damage.Swap(damage.Pick(damage.Statements), damage.Pick(damage.Statements));

    private static string Splice(Damage damage)
    {
        int start = damage.Random.Next(damage.Other.Length);
        return damage.Insert(damage.Other.Substring(start, damage.Random.Next(Math.Min(200, damage.Other.Length - start))));
    }

    private static string SpliceStatement(Damage damage)
    {
        var other = new Damage(damage.Other, damage.Text, damage.Random);
        TextSpan span = damage.Pick(damage.Statements);
        return damage.Text.Insert(span.Start, other.Of(other.Pick(other.Statements)) + " ");
    }

    private static string DeleteRange(Damage damage)
    {
        int start = damage.Random.Next(damage.Text.Length + 1);
        return damage.Text.Remove(start, damage.Random.Next(Math.Min(80, damage.Text.Length - start + 1)));
    }

    private static string DeleteStatement(Damage damage) => damage.Replace(damage.Pick(damage.Statements), "");

    private static string RepeatStatement(Damage damage)
    {
        TextSpan span = damage.Pick(damage.Statements);
        return damage.Text.Insert(damage.Pick(damage.Statements).End, " " + damage.Of(span));
    }

    private static string InsertUnbalanced(Damage damage) => damage.Insert(damage.Pick(Unbalanced));

    private static string InsertRemark(Damage damage) => damage.Text.Insert(damage.Pick(damage.Tokens).Start, damage.Pick(Remarks));

    private static string WrapStatement(Damage damage)
    {
        TextSpan span = damage.Pick(damage.Statements);
        return damage.Replace(span, string.Format(null, damage.Pick(Wrappings), damage.Of(span)));
    }

    private static readonly string[] Wrappings =
    [
        "if (DateTime.Now.Ticks > 0) {0}", "if (DateTime.Now.Ticks > 0) {0} else {0}", "{{ {0} }}", "while (DateTime.Now.Ticks > 0) {0}", "try {{ {0} }} finally {{ }}", "void Local() {{ {0} }} Local();",
        "Action later = () => {{ {0} }}; later();", "switch (DateTime.Now.Ticks) {{ case 1: {0} break; }}", "label: {0}", "do {0} while (DateTime.Now.Ticks > 0);", "unchecked {{ {0} }}", "\n#if true\n{0}\n#endif\n", "lock (new object()) {0}", "foreach (var _ in \"\") {0}",
    ];

    private static string ReplaceIdentifier(Damage damage) => damage.Replace(damage.Pick(damage.Identifiers), damage.Pick(Scripts));

    /// <summary>Everywhere, so that it goes on compiling where the name is the text's own.</summary>
    private static string RenameIdentifier(Damage damage)
    {
        string name = damage.Of(damage.Pick(damage.Identifiers)), script = damage.Pick(Scripts);
        return damage.Identifiers.Where(span => damage.Of(span) == name).Reverse().Aggregate(damage.Text, (text, span) => text.Remove(span.Start, span.Length).Insert(span.Start, script));
    }

    private static string Unindent(Damage damage) => damage.Text.Replace(damage.Pick(["\n", "    ", "\r", ";\n"]), damage.Pick([" ", "\r\n", "\r", "\t", "\u2028"]), StringComparison.Ordinal);

    /// <summary>One text on its way to worse.</summary>
    private sealed class Damage(string text, string other, Random random)
    {
        private readonly SyntaxNode root = CSharpSyntaxTree.ParseText(text, Source.Parse).GetRoot();

        public string Text => text;

        public string Other => other;

        public Random Random => random;

        public IReadOnlyList<TextSpan> Tokens => [.. root.DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span)];

        public IReadOnlyList<TextSpan> Identifiers => [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Length > 0).Select(token => token.Span)];

        public IReadOnlyList<TextSpan> Statements => [.. root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement.Parent is not BaseMethodDeclarationSyntax).Select(statement => statement.Span)];

        public string Pick(string[] all) => all[random.Next(all.Length)];

        /// <summary>The empty start where there is nothing to pick.</summary>
        public TextSpan Pick(IReadOnlyList<TextSpan> all) => all.Count == 0 ? default : all[random.Next(all.Count)];

        public string Of(TextSpan span) => text.Substring(span.Start, span.Length);

        public string Replace(TextSpan span, string with) => text.Remove(span.Start, span.Length).Insert(span.Start, with);

        public string Insert(string what) => text.Insert(random.Next(text.Length + 1), what);

        public string Swap(TextSpan one, TextSpan two)
        {
            (one, two) = one.Start <= two.Start ? (one, two) : (two, one);
            return one.End > two.Start ? text : text[..one.Start] + Of(two) + text[one.End..two.Start] + Of(one) + text[two.End..];
        }
    }
}
