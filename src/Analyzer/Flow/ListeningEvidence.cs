using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Finds the calls that listen or accept on a field or property, anywhere in the type around it: partial parts,
/// nested types, lambdas. Looked for on demand and kept for one compilation.
/// </summary>
internal sealed class ListeningEvidence
{
    private readonly ConcurrentDictionary<ISymbol, List<Call>> callsByMember = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly SocketSymbols symbols;

    public ListeningEvidence(Compilation compilation, SocketSymbols symbols)
    {
        this.compilation = compilation;
        this.symbols = symbols;
    }

    /// <summary>A listening or accepting call outside the body, whose own calls the flow analysis sees.</summary>
    public bool Exists(ISymbol member, SyntaxNode body, bool acceptingOnly, CancellationToken cancellation)
    {
        if (!callsByMember.TryGetValue(member.OriginalDefinition, out List<Call>? calls))
            calls = callsByMember.GetOrAdd(member.OriginalDefinition, Find(member.OriginalDefinition, cancellation));
        return calls.Any(call => !body.Contains(call.Name) && (call.Accepts || !acceptingOnly));
    }

    private List<Call> Find(ISymbol member, CancellationToken cancellation)
    {
        var calls = new List<Call>();
        INamedTypeSymbol type = member.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            SemanticModel? model = null;
            foreach (SyntaxToken token in declaration.DescendantTokens())
            {
                cancellation.ThrowIfCancellationRequested();
                if (token.ValueText is not ("Listen" or "Accept" or "AcceptAsync" or "BeginAccept") || token.Parent is not SimpleNameSyntax name || Receiver(name) is not { } receiver)
                    continue;
                model ??= compilation.GetSemanticModel(reference.SyntaxTree);
                SocketMember called = Called(name, model, cancellation);
                if (called is SocketMember.Listen or SocketMember.Accept && Stands(receiver, member, model, cancellation))
                    calls.Add(new Call(name, called == SocketMember.Accept));
            }
        }
        return calls;
    }

    private static ExpressionSyntax? Receiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Contains(binding))?.Expression,
        _ => null,
    };

    private SocketMember Called(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        SymbolInfo info = model.GetSymbolInfo(name, cancellation);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol is null ? SocketMember.Unrelated : symbols.MemberOf((symbol as IMethodSymbol)?.ReducedFrom ?? symbol);
    }

    /// <summary>Does the expression stand for the member: by its name, or as a local that was made from it?</summary>
    private static bool Stands(ExpressionSyntax expression, ISymbol member, SemanticModel model, CancellationToken cancellation)
    {
        while (expression is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = expression is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((PostfixUnaryExpressionSyntax)expression).Operand;
        ISymbol? symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
        if (symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value })
            symbol = model.GetSymbolInfo(value, cancellation).Symbol;
        return SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, member);
    }

    private sealed record Call(SyntaxNode Name, bool Accepts);
}
