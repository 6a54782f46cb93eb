using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Flow;

/// <summary>
/// Finds the calls that listen or accept on a field or property, anywhere in the type around it: partial parts,
/// nested types, lambdas. Looked for on demand and kept for one compilation.
/// </summary>
internal sealed class ListeningEvidence
{
    private readonly ConcurrentDictionary<(ISymbol Member, INamedTypeSymbol Type), List<Call>> callsByMember = new();
    private readonly Compilation compilation;
    private readonly SocketSymbols symbols;
    private readonly VariableValues values;

    public ListeningEvidence(Compilation compilation, SocketSymbols symbols, VariableValues values)
    {
        this.compilation = compilation;
        this.symbols = symbols;
        this.values = values;
    }

    /// <summary>A listening or accepting call outside the body, whose own calls the flow analysis sees.</summary>
    public bool Exists(ISymbol member, SyntaxNode body, bool acceptingOnly, CancellationToken cancellation)
    {
        // A field that is inherited may be listened on in the type that declares it and in the one that binds it.
        IEnumerable<INamedTypeSymbol> types = new[] { member.ContainingType, DeclaringType(body, cancellation) }.OfType<INamedTypeSymbol>().Select(Outermost);
        return types.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => callsByMember.GetOrAdd((member.OriginalDefinition, type), key => Find(key.Member, key.Type, cancellation)))
            .Any(call => !body.Contains(call.Name) && (call.Accepts || !acceptingOnly));
    }

    private INamedTypeSymbol? DeclaringType(SyntaxNode body, CancellationToken cancellation) =>
        body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? compilation.GetSemanticModel(body.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) : null;

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type.OriginalDefinition;
    }

    private List<Call> Find(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var calls = new List<Call>();
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            SemanticModel? model = null;
            foreach (SyntaxToken token in declaration.DescendantTokens())
            {
                cancellation.ThrowIfCancellationRequested();
                if (token.ValueText is not ("Listen" or "Accept" or "AcceptAsync" or "BeginAccept") || token.Parent is not SimpleNameSyntax name)
                    continue;
                model ??= compilation.GetSemanticModel(reference.SyntaxTree);
                SymbolInfo info = model.GetSymbolInfo(name, cancellation);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method
                    || symbols.MemberOf(method.ReducedFrom ?? method) is not (SocketMember.Listen or SocketMember.Accept)
                    || Receiver(name, method) is not { } receiver)
                {
                    continue;
                }
                if (Stands(receiver, member, model, MaximumDepth, cancellation))
                    calls.Add(new Call(name, method.Name != "Listen"));
            }
        }
        return calls;
    }

    private static ExpressionSyntax? Receiver(SimpleNameSyntax name, IMethodSymbol method) => name.Parent switch
    {
        // An extension method called by the name of its class.
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } when method is { IsStatic: true, ReducedFrom: null } => call.ArgumentList.Arguments.FirstOrDefault()?.Expression,
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Contains(binding))?.Expression,
        _ => null,
    };

    private const int MaximumDepth = 3;

    /// <summary>Does the expression stand for the member: by its name, or by a local or a property that gives it?</summary>
    private bool Stands(ExpressionSyntax expression, ISymbol member, SemanticModel model, int depth, CancellationToken cancellation)
    {
        expression = Bare(expression);
        ISymbol? symbol = model.GetSymbolInfo(expression, cancellation).Symbol?.OriginalDefinition;
        if (symbol is null || depth == 0 || SymbolEqualityComparer.Default.Equals(symbol, member))
            return symbol is not null && depth > 0;
        // if (field is { } local)
        if (symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is SingleVariableDesignationSyntax { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax match } })
            return Stands(match.Expression, member, model, depth - 1, cancellation);
        return symbol is ILocalSymbol or IPropertySymbol
            && values.Of(symbol, cancellation)?.Any(value => Stands(value, member, values.Model(value), depth - 1, cancellation)) is true;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } conversion:
                    expression = conversion.Left;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppression:
                    expression = suppression.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private sealed record Call(SyntaxNode Name, bool Accepts);
}
