using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Finds every value that a variable ever has: of a local, a readonly field, a get-only property or a method that is but
/// an expression, of an out parameter inside of its method, or a parameter whose callers are all in sight. Kept for one compilation.
/// </summary>
internal sealed class VariableValues
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ExpressionSyntax>?> known = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly Mentions mentions;

    public VariableValues(Compilation compilation, Mentions mentions)
    {
        this.compilation = compilation;
        this.mentions = mentions;
    }

    public SemanticModel Model(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>Null where it stands for nothing, or is nested too deeply for the compiler itself on this thread: it may be of another member.</summary>
    public IOperation? Operation(ExpressionSyntax value, CancellationToken cancellation)
    {
        try
        {
            return Model(value).GetOperation(value, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>Wherever a private method or local function may be named, but in itself: by its name alone, since to ask what each stands for costs more. Null of any other.</summary>
    public List<SimpleNameSyntax>? Uses(IMethodSymbol method, CancellationToken cancellation) =>
        (method.MethodKind == MethodKind.LocalFunction || (method.MethodKind == MethodKind.Ordinary && Visibility.IsPrivate(method)))
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration
            ? Callers(method, declaration, cancellation)?.SelectMany(body => Mentions.Names(body, method.Name, cancellation)).Where(name => !declaration.Contains(name)).ToList()
            : null;

    /// <summary>What the name stands for; nothing where it is nested too deeply for the compiler itself on this thread.</summary>
    public SymbolInfo Named(SimpleNameSyntax name, CancellationToken cancellation)
    {
        try
        {
            return Model(name).GetSymbolInfo(name, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            return default;
        }
    }

    /// <summary>Null where there may be another value, where none is seen but for a constructor that nobody calls, where the object itself may be changed, or where a use is nested too deeply as well.</summary>
    public IReadOnlyList<ExpressionSyntax>? Of(ISymbol variable, CancellationToken cancellation) => variable is IFieldSymbol { IsReadOnly: false } ? null : Given(variable, cancellation);

    /// <summary>As <see cref="Of"/>, also of a private field that may be assigned at any time: it has one of these, or what it began with.</summary>
    public IReadOnlyList<ExpressionSyntax>? Given(ISymbol variable, CancellationToken cancellation)
    {
        if (known.TryGetValue(variable, out IReadOnlyList<ExpressionSyntax>? values))
            return values;
        try
        {
            return known.GetOrAdd(variable, Find(variable, cancellation) is { } found && (found.Count > 0 || IsOfConstructor(variable)) ? found : null);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private static bool IsOfConstructor(ISymbol variable) => variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private List<ExpressionSyntax>? Find(ISymbol variable, CancellationToken cancellation)
    {
        if (variable.DeclaringSyntaxReferences.Length != 1)
            return null;
        SyntaxNode declaration = variable.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        switch (variable)
        {
            case ILocalSymbol { RefKind: RefKind.None } when declaration is VariableDeclaratorSyntax declarator:
                SyntaxNode body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot(cancellation);
                return Collect(new[] { body }, variable, declarator.Initializer?.Value, cancellation);
            case IFieldSymbol field when (field.IsReadOnly || Visibility.IsPrivate(field)) && declaration is VariableDeclaratorSyntax declarator:
                return Collect(Types(variable, cancellation), variable, declarator.Initializer?.Value, cancellation);
            case IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } when declaration is PropertyDeclarationSyntax property:
                return IsGetOnly(property) || Getter(property) is not null
                    ? Collect(Types(variable, cancellation), variable, Getter(property) ?? property.Initializer?.Value, cancellation)
                    : null;
            case IMethodSymbol { IsAsync: false } method when !Callees.IsReplaceable(method):
                return declaration switch
                {
                    MethodDeclarationSyntax member => Only(member.ExpressionBody, member.Body),
                    LocalFunctionStatementSyntax function => Only(function.ExpressionBody, function.Body),
                    _ => null,
                } is { } result ? [result] : null;
            case IParameterSymbol { RefKind: RefKind.Out } when declaration is ParameterSyntax { Parent.Parent: { } function }:
                return Collect(new[] { function }, variable, null, cancellation);
            case IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol method } parameter when declaration is ParameterSyntax { Parent.Parent: { } function } given:
                return Collect(new[] { function }, variable, null, cancellation) is { } own && Arguments(parameter, method, given, cancellation) is { } arguments && (arguments.Count > 0 || own.Count == 0)
                    ? [.. own, .. arguments]
                    : null;
            default:
                return null;
        }
    }

    /// <summary>What all who call the method give for the parameter; null where somebody out of sight may.</summary>
    private List<ExpressionSyntax>? Arguments(IParameterSymbol parameter, IMethodSymbol method, ParameterSyntax declaration, CancellationToken cancellation)
    {
        bool makes = method.MethodKind == MethodKind.Constructor;
        if (Callers(method, declaration, cancellation) is not { } bodies)
            return null;
        IEnumerable<SyntaxNode> calls = makes
            ? bodies.Concat(Callees.Constructors(method.ContainingType)).SelectMany(Creations)
            : bodies.SelectMany(body => Mentions.Names(body, method.Name, cancellation)).Select(name => (SyntaxNode?)Mentions.CallOf(name) ?? name);
        var values = new List<ExpressionSyntax>();
        foreach (SyntaxNode call in calls)
        {
            ImmutableArray<IArgumentOperation> arguments = Model(call).GetOperation(call, cancellation) switch
            {
                IInvocationOperation invocation when Is(invocation.TargetMethod) => invocation.Arguments,
                IObjectCreationOperation creation when Is(creation.Constructor) => creation.Arguments,
                _ => ImmutableArray<IArgumentOperation>.Empty,
            };
            if (arguments.IsEmpty && !makes && Is(Model(call).GetSymbolInfo(call, cancellation).Symbol))
                return null; // It is made a delegate.
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument.Parameter?.Ordinal != parameter.Ordinal)
                    continue;
                if ((argument.ArgumentKind == ArgumentKind.Explicit ? argument.Value.Syntax as ExpressionSyntax : declaration.Default?.Value) is not { } value)
                    return null;
                values.Add(value);
            }
        }
        return values;

        bool Is(ISymbol? called) => SymbolEqualityComparer.Default.Equals(called?.OriginalDefinition, method.OriginalDefinition);
    }

    /// <summary>The bodies that may call the method; null where somebody out of sight may.</summary>
    private List<SyntaxNode>? Callers(IMethodSymbol method, SyntaxNode declaration, CancellationToken cancellation) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } when BodyRoots.Enclosing(declaration) is { } around => [around],
        { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } when !Callees.IsReplaceable(method) && Visibility.IsInternal(method) =>
            mentions.Of(method.MethodKind == MethodKind.Constructor ? method.ContainingType : method, cancellation),
        _ => null,
    };

    /// <summary>All that calls constructors in the body, also by a word that does not name the type.</summary>
    private static IEnumerable<SyntaxNode> Creations(SyntaxNode body) =>
        body.DescendantNodes().Where(node => node is ObjectCreationExpressionSyntax || (node is not InvocationExpressionSyntax && node.ChildNodes().Any(part => part is ArgumentListSyntax)));

    private static bool IsGetOnly(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is true;

    /// <summary>The one expression that a property's getter gives back.</summary>
    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.ExpressionBody?.Expression ?? (property.AccessorList?.Accessors.FirstOrDefault() is { } getter ? Only(getter.ExpressionBody, getter.Body) : null);

    private static ExpressionSyntax? Only(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body) =>
        arrow?.Expression ?? (body?.Statements is { Count: 1 } statements ? (statements[0] as ReturnStatementSyntax)?.Expression : null);

    private static IEnumerable<SyntaxNode> Types(ISymbol member, CancellationToken cancellation) =>
        member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));

    private List<ExpressionSyntax>? Collect(IEnumerable<SyntaxNode> scopes, ISymbol variable, ExpressionSyntax? initial, CancellationToken cancellation)
    {
        var values = new List<ExpressionSyntax>();
        if (initial is not null)
            values.Add(initial);
        foreach (SyntaxNode scope in scopes)
        {
            foreach (SyntaxToken token in Mentions.Identifiers(scope, variable.Name, cancellation))
            {
                if (token.Parent is not IdentifierNameSyntax use || !VariableUses.Writes(use, out ExpressionSyntax? value))
                    continue;
                if (!SymbolEqualityComparer.Default.Equals(Model(scope).GetSymbolInfo(use, cancellation).Symbol?.OriginalDefinition, variable.OriginalDefinition))
                    continue;
                if (value is null)
                    return null;
                values.Add(value);
            }
        }
        return values;
    }
}
