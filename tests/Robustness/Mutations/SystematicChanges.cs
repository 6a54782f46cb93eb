using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Robustness.Mutations;

/// <summary>The ways in which code is half typed: cut off at every token, without each of its nodes, each token typed twice.</summary>
internal static class SystematicChanges
{
    /// <summary>So many of a kind at most: a file of many thousand lines is sampled at even distances.</summary>
    private const int Places = 2_000;

    public static IEnumerable<Mutant> Of(Source source) => Truncations(source).Concat(Deletions(source)).Concat(Duplications(source)).Prepend(new Mutant(source, Kind.Original, 0, source.Text));

    public static IEnumerable<Mutant> Truncations(Source source) =>
        Sampled(Tokens(source)).Select(token => new Mutant(source, Kind.Truncation, token.Span.End, source.Text[..token.Span.End]));

    public static IEnumerable<Mutant> Deletions(Source source) =>
        Sampled(Root(source).DescendantNodes().Where(node => node is StatementSyntax or ExpressionSyntax or MemberDeclarationSyntax && node.SpanStart >= source.Start).DistinctBy(node => node.Span))
            .Select(node => new Mutant(source, Kind.Deletion, node.SpanStart, source.Text.Remove(node.SpanStart, node.Span.Length)));

    public static IEnumerable<Mutant> Duplications(Source source) =>
        Sampled(Tokens(source)).Select(token => new Mutant(source, Kind.Duplication, token.Span.End, source.Text.Insert(token.Span.End, " " + token.Text)));

    private static IEnumerable<SyntaxToken> Tokens(Source source) => Root(source).DescendantTokens().Where(token => token.Span.Length > 0 && token.SpanStart >= source.Start);

    private static SyntaxNode Root(Source source) => CSharpSyntaxTree.ParseText(source.Text, Source.Parse).GetRoot();

    private static IEnumerable<T> Sampled<T>(IEnumerable<T> places)
    {
        List<T> all = [.. places];
        int step = (all.Count + Places - 1) / Places;
        return all.Where((_, index) => index % step == 0);
    }
}
