using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>Finds, by text and syntax alone, the bodies that mention the name of a symbol. Kept for one compilation.</summary>
internal sealed class Mentions
{
    /// <summary>A name that more files mention is not looked up.</summary>
    private const int MaximumFiles = 32;

    private readonly ConcurrentDictionary<(SyntaxNode Declaration, string Name), List<SyntaxNode>> byName = new();
    private readonly ConcurrentDictionary<string, List<SyntaxTree>?> filesByName = new(StringComparer.Ordinal);
    private readonly Compilation compilation;

    public Mentions(Compilation compilation) => this.compilation = compilation;

    /// <summary>The bodies that mention the name of the symbol wherever it can be named; null where they are too many.</summary>
    public List<SyntaxNode>? Of(ISymbol symbol, CancellationToken cancellation)
    {
        // A type that is private without lying in another is a mistake, and may be named like an internal one.
        if (Visibility.IsPrivate(symbol) && symbol.ContainingType is not null)
            return OfType(symbol, cancellation);
        return Files(symbol.Name, cancellation)?.SelectMany(file => In(file.GetRoot(cancellation), symbol.Name, cancellation)).ToList();
    }

    /// <summary>Does any file spell the name?</summary>
    public bool IsSpelled(string name, CancellationToken cancellation) => Files(name, cancellation) is not { Count: 0 };

    /// <summary>The bodies that mention the name of the symbol in the types in and around its own.</summary>
    public List<SyntaxNode> OfType(ISymbol symbol, CancellationToken cancellation)
    {
        INamedTypeSymbol type = symbol.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        return type.DeclaringSyntaxReferences.SelectMany(reference => In(reference.GetSyntax(cancellation), symbol.Name, cancellation)).ToList();
    }

    /// <summary>How often the bodies mention something of that name; of a method null where they do not only call it, as to make it a delegate.</summary>
    public static int? Count(string name, bool isMethod, IEnumerable<SyntaxNode> bodies)
    {
        List<SimpleNameSyntax> mentions = bodies.SelectMany(body => Names(body, name, CancellationToken.None)).ToList();
        return isMethod && mentions.Exists(mention => CallOf(mention) is null) ? null : mentions.Count;
    }

    /// <summary>The call of what the name stands for; null where it is not called there.</summary>
    public static InvocationExpressionSyntax? CallOf(SimpleNameSyntax mention)
    {
        SyntaxNode called = mention.Parent is MemberBindingExpressionSyntax || (mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention) ? mention.Parent : mention;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }

    /// <summary>Where the name stands for something in the scope, in the order of the source: not where it is declared.</summary>
    public static IEnumerable<SimpleNameSyntax> Names(SyntaxNode scope, string name, CancellationToken cancellation) =>
        Identifiers(scope, name, cancellation).Select(token => token.Parent).OfType<SimpleNameSyntax>();

    /// <summary>The identifiers of that name in the scope, in the order of the source.</summary>
    public static IEnumerable<SyntaxToken> Identifiers(SyntaxNode scope, string name, CancellationToken cancellation)
    {
        foreach (int position in TextGate.PositionsIn(scope.SyntaxTree.GetText(cancellation), scope.Span, name))
        {
            cancellation.ThrowIfCancellationRequested();
            // Not one that is only spelled in a comment before the token.
            if (scope.FindToken(position) is var token && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Span.Contains(position))
                yield return token;
        }
    }

    private List<SyntaxTree>? Files(string name, CancellationToken cancellation)
    {
        if (!filesByName.TryGetValue(name, out List<SyntaxTree>? files))
            files = filesByName.GetOrAdd(name, FindFiles(name, cancellation));
        return files;
    }

    private List<SyntaxTree>? FindFiles(string name, CancellationToken cancellation)
    {
        var files = new List<SyntaxTree>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (!TextGate.Contains(tree.GetText(cancellation), name))
                continue;
            if (files.Count == MaximumFiles)
                return null;
            files.Add(tree);
        }
        return files;
    }

    private List<SyntaxNode> In(SyntaxNode declaration, string name, CancellationToken cancellation)
    {
        if (!byName.TryGetValue((declaration, name), out List<SyntaxNode>? bodies))
            bodies = byName.GetOrAdd((declaration, name), Find(declaration, name, cancellation));
        return bodies;
    }

    private static List<SyntaxNode> Find(SyntaxNode declaration, string name, CancellationToken cancellation) =>
        Names(declaration, name, cancellation).SelectMany(BodyRoots.Around)
            .Where(body => body is not BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }).Distinct().ToList();
}
