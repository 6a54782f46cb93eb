using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.Events;

/// <summary>Lambdas that a local holds for good and that are only ever called through it: as good as local functions.</summary>
internal sealed class DirectLambdas
{
    private readonly Dictionary<ILocalSymbol, IMethodSymbol> functions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> direct = new(SymbolEqualityComparer.Default);

    /// <summary>Finds those that the graph makes.</summary>
    public void Find(ControlFlowGraph graph)
    {
        foreach (IOperation operation in graph.Blocks.SelectMany(block => block.Operations))
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value }
                && Operands.Unwrap(value) is IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation function }
                && IsOnlyCalled(local))
            {
                functions[local] = function.Symbol;
                direct.Add(function.Symbol);
            }
        }
    }

    public bool Contains(IMethodSymbol lambda) => direct.Contains(lambda);

    /// <summary>The lambda that the call of a delegate runs; null where it may be any.</summary>
    public IMethodSymbol? Of(IInvocationOperation call) =>
        call.Instance is ILocalReferenceOperation { Local: var local } && functions.TryGetValue(local, out IMethodSymbol? function) ? function : null;

    /// <summary>Declared with the lambda, and never mentioned but to call it.</summary>
    private static bool IsOnlyCalled(ILocalSymbol local)
    {
        return local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax, Parent.Parent.Parent: { } scope }
            && Mentions.Identifiers(scope, local.Name, CancellationToken.None).All(IsHarmless);

        static bool IsHarmless(SyntaxToken name) =>
            name.Parent is VariableDeclaratorSyntax || (name.Parent is IdentifierNameSyntax { Parent: InvocationExpressionSyntax call } called && call.Expression == called);
    }
}
