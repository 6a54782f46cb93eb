using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocketSetup.Analyzers.CodeFixes.Places;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Proves that a statement may run before others: that it then sets the same value, and on the same paths.</summary>
internal static class Crossing
{
    /// <param name="statement">The statement that is to move.</param>
    /// <param name="set">The call or assignment that it consists of.</param>
    /// <param name="crossed">What it is to pass.</param>
    /// <param name="isBind">Is the first of them the bind? It changes nothing but the socket.</param>
    /// <param name="site">Of the document.</param>
    public static bool IsSafe(StatementSyntax statement, ExpressionSyntax set, IReadOnlyList<StatementSyntax> crossed, bool isBind, FixSite site)
    {
        if (statement.ContainsDirectives || crossed.Any(passed => Leaves(passed) || HasDirectiveInside(passed, isFirst: passed == crossed[0])) || !IsSameSocket(set, crossed, isBind, site))
            return false;
        ExpressionSyntax value = set switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right,
            InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "optionValue")?.Expression ?? arguments.Last().Expression,
            _ => set,
        };
        // The socket's own variable must be the same before, and what the value names must be there.
        List<IdentifierNameSyntax> names = statement.DescendantNodes().OfType<IdentifierNameSyntax>().ToList();
        return names.All(name => !IsAssigned(name, crossed)) && IsSame(value, names.Where(name => name.Span.End <= value.SpanStart), crossed, isBind, site);
    }

    /// <summary>
    /// Does the receiver name what it would have named before? What calls something could yield another, and so could a
    /// member that the passed statements do not name themselves: a method in between may put another socket into it.
    /// </summary>
    private static bool IsSameSocket(ExpressionSyntax set, IReadOnlyList<StatementSyntax> crossed, bool isBind, FixSite site)
    {
        if (Receiver.NameOf(set) is not { } name)
            return false;
        List<SyntaxNode> receiver = Receiver.Nodes(Place.Whole(set), name).ToList();
        return receiver.All(node => SameTwice.Holds(node, site)) && ((crossed.Count == 1 && isBind) || receiver.OfType<IdentifierNameSyntax>().All(IsNamed));

        bool IsNamed(IdentifierNameSyntax part) => site.Model.GetSymbolInfo(part).Symbol is var symbol
            && (symbol is not (IFieldSymbol or IPropertySymbol) || symbol.DeclaringSyntaxReferences.IsEmpty || IsNamedFirst(symbol));

        bool IsNamedFirst(ISymbol symbol) =>
            crossed[0].DescendantNodes().OfType<IdentifierNameSyntax>().Any(other => SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(other).Symbol, symbol));
    }

    private static bool IsSame(ExpressionSyntax value, IEnumerable<IdentifierNameSyntax> receiver, IReadOnlyList<StatementSyntax> crossed, bool isBind, FixSite site)
    {
        SemanticModel model = site.Model;
        if (model.GetConstantValue(value).HasValue)
            return true;
        if (!value.DescendantNodesAndSelf().All(IsRead))
            return false;
        var own = new HashSet<string>(receiver.Select(name => name.Identifier.ValueText));
        List<IdentifierNameSyntax> names = value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().ToList();
        // The bind itself changes the socket; anything else that is only read it leaves alone, if no code in sight makes its argument.
        if (crossed.Count == 1 && isBind && !names.Exists(name => RunsCode(name, site)) && !crossed[0].DescendantNodes().Any(node => RunsCode(node, site)))
            return names.All(name => model.GetSymbolInfo(name).Symbol is var symbol && (symbol is ITypeSymbol || !(own.Contains(name.Identifier.ValueText) || IsOfSocket(symbol))));
        return names.Count == 1 && value is IdentifierNameSyntax && model.GetTypeInfo(value).Type is { IsValueType: true } && IsUntouched(names[0], crossed, model);
    }

    /// <summary>Is it what a socket says of itself, perhaps by another name?</summary>
    private static bool IsOfSocket(ISymbol? symbol) => symbol is IPropertySymbol property && property.ContainingNamespace.ToDisplayString() == "System.Net.Sockets";

    /// <summary>Does it call what is in source, or what may be?</summary>
    private static bool RunsCode(SyntaxNode node, FixSite site) => node is AssignmentExpressionSyntax or AwaitExpressionSyntax
        || (node is IdentifierNameSyntax && !SameTwice.Holds(node, site))
        || (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && site.Model.GetSymbolInfo(node).Symbol is not { DeclaringSyntaxReferences.IsEmpty: true });

    /// <summary>A local or parameter that no statement in between names, and no nested function or reference could change.</summary>
    private static bool IsUntouched(IdentifierNameSyntax variable, IReadOnlyList<StatementSyntax> crossed, SemanticModel model)
    {
        if (model.GetSymbolInfo(variable).Symbol is not { } symbol || symbol is not (ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }))
            return false;
        SyntaxNode body = variable.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? variable.SyntaxTree.GetRoot();
        // The parameter of a primary constructor is every member's.
        return symbol.DeclaringSyntaxReferences.All(declared => body.Span.Contains(declared.Span)) && Uses(body, variable).All(use => !crossed.Any(statement => statement.Span.Contains(use.Span)) && !IsShared(use, body));
    }

    /// <summary>Is the variable used in a nested function, or by reference?</summary>
    private static bool IsShared(SyntaxToken use, SyntaxNode body) => use.Parent!.AncestorsAndSelf().TakeWhile(node => node != body).Any(node => node is
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression });

    private static bool IsAssigned(IdentifierNameSyntax name, IReadOnlyList<StatementSyntax> crossed) =>
        crossed.SelectMany(statement => Uses(statement, name)).Any(use =>
            use.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
            || use.Parent!.AncestorsAndSelf().OfType<ArgumentSyntax>().Any(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None))
            || use.Parent.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left.Span.Contains(use.Span) && IsTarget(assignment.Left, use)));

    /// <summary>Is it the variable itself that is assigned, rather than a member of what it holds?</summary>
    private static bool IsTarget(ExpressionSyntax target, SyntaxToken use) =>
        target is not MemberAccessExpressionSyntax access || access.Name.Identifier == use;

    private static IEnumerable<SyntaxToken> Uses(SyntaxNode scope, IdentifierNameSyntax name) =>
        scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name.Identifier.ValueText && token != name.Identifier);

    private static bool IsRead(SyntaxNode node) =>
        node is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or ThrowExpressionSyntax or VariableDesignationSyntax or ElementAccessExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.PointerIndirectionExpression });

    /// <summary>Can control leave the list in it, so that a path ends which must not get the option?</summary>
    public static bool Leaves(StatementSyntax statement) =>
        statement is LabeledStatementSyntax or LocalFunctionStatementSyntax
        || statement.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax).Any(node => node is
            ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);

    private static bool HasDirectiveInside(StatementSyntax statement, bool isFirst) =>
        statement.ContainsDirectives && statement.DescendantTrivia().Any(trivia => trivia.IsDirective && (!isFirst || trivia.SpanStart > statement.SpanStart));
}
