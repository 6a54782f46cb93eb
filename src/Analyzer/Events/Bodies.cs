using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers.Events;

/// <summary>The bodies of one compilation, each read when it is first asked for and once.</summary>
internal sealed class Bodies
{
    private readonly ConcurrentDictionary<SyntaxNode, Body?> read = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, List<(SyntaxNode Node, bool IsStatic)>> initializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, bool> crowded = new();
    private readonly Compilation compilation;
    private readonly SocketSymbols symbols;
    private readonly WorkCounter work;

    public Bodies(Compilation compilation, SocketSymbols symbols, WorkCounter work)
    {
        this.compilation = compilation;
        this.symbols = symbols;
        this.work = work;
    }

    public SocketSymbols Symbols => symbols;

    /// <summary>Was the body found to have more around it than is looked at together? So has what leads to it.</summary>
    public bool IsCrowded(SyntaxNode root) => crowded.ContainsKey(root);

    public void NoteCrowded(SyntaxNode root) => crowded[root] = true;

    /// <summary>Null where the code is too broken or too much to be read.</summary>
    public Body? Of(SyntaxNode root, CancellationToken cancellation)
    {
        if (read.TryGetValue(root, out Body? known))
            return known;
        SemanticModel model = Model(root.SyntaxTree);
        work.CountGraph();
        return read.GetOrAdd(root, Read(root, model, cancellation));
    }

    /// <summary>The body, for one question to add paths to. Null where the code is too broken or too much to be read.</summary>
    public Body? CopyOf(SyntaxNode root, CancellationToken cancellation)
    {
        work.CountBody();
        return Of(root, cancellation)?.Copy();
    }

    /// <summary>Can the body name the symbol at all? That takes no look into it.</summary>
    public bool CanName(SyntaxNode root, ISymbol symbol, CancellationToken cancellation) =>
        root.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || Model(root.SyntaxTree).GetDeclaredSymbol(type, cancellation) is not INamedTypeSymbol within
        || compilation.IsSymbolAccessibleWithin(symbol, within);

    /// <summary>Does one of the names in the body stand for the method, or for an overload? To bind them costs less than to read a body that many name in vain.</summary>
    public bool Names(SyntaxNode root, IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind != MethodKind.Ordinary || read.ContainsKey(root)
        || Mentions.Names(root, method.Name, cancellation).Any(name => MayStandFor(name, method) && IsOfSameType(SymbolOf(name, cancellation), method));

    /// <summary>Told by the number of arguments alone.</summary>
    private static bool MayStandFor(SimpleNameSyntax name, IMethodSymbol method)
    {
        if (Mentions.CallOf(name) is not { ArgumentList.Arguments.Count: var given })
            return true;
        // The object that an extension is called on is an argument, too.
        int most = method.Parameters.Length, least = method.Parameters.Count(parameter => parameter is { IsOptional: false, IsParams: false }) - (method.IsExtensionMethod ? 1 : 0);
        return given >= least && (given <= most || method.Parameters.Any(parameter => parameter.IsParams));
    }

    private static bool IsOfSameType(ISymbol? named, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(named?.OriginalDefinition.ContainingType, method.OriginalDefinition.ContainingType);

    /// <summary>Null where it stands for nothing, or is nested too deeply for the compiler itself on this thread.</summary>
    private ISymbol? SymbolOf(SimpleNameSyntax name, CancellationToken cancellation)
    {
        SemanticModel model = Model(name.SyntaxTree);
        work.CountName();
        try
        {
            return model.GetSymbolInfo(name, cancellation).Symbol;
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private Body? Read(SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return BodyRoots.Graph(root, model, cancellation) is { } graph ? BodyReader.Read(root, Symbol(root, model, graph, cancellation), graph, symbols, cancellation) : null;
        }
        catch (InsufficientExecutionStackException)
        {
            return null; // Nested too deeply for the compiler itself on this thread.
        }
    }

    /// <summary>
    /// The bodies that a call runs, one after the other: for a constructor the initializers and base constructors that
    /// nobody wrote a call of, too.
    /// </summary>
    public List<SyntaxNode> Steps(CallSite call, bool makesObject)
    {
        var steps = new List<SyntaxNode>();
        AddSteps(call.Callee, makesObject, steps);
        return steps;
    }

    /// <summary>The initializers of the type that may make a socket or an owner of one.</summary>
    public IEnumerable<SyntaxNode> Initializers(INamedTypeSymbol type, bool isStatic)
    {
        if (!initializers.TryGetValue(type, out List<(SyntaxNode Node, bool IsStatic)>? found))
            found = initializers.GetOrAdd(type, FindInitializers(type));
        return found.Where(initializer => initializer.IsStatic == isStatic).Select(initializer => initializer.Node);
    }

    private List<(SyntaxNode Node, bool IsStatic)> FindInitializers(INamedTypeSymbol type)
    {
        var found = new List<(SyntaxNode, bool)>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared || member is IMethodSymbol || SourceReach.TypeOf(member) is not { } held || !(symbols.IsSocket(held) || symbols.OwnsSocket(held)))
                continue;
            foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
            {
                if (Callees.Initializer(reference) is { } initializer)
                    found.Add((initializer, member.IsStatic));
            }
        }
        return found;
    }

    private void AddSteps(IMethodSymbol method, bool makesObject, List<SyntaxNode> steps)
    {
        SyntaxNode? declaration = Callees.Declaration(method);
        if (method.MethodKind == MethodKind.Constructor)
        {
            if (makesObject)
                steps.AddRange(Initializers(method.ContainingType, isStatic: false));
            bool callsOther = declaration is TypeDeclarationSyntax or ConstructorDeclarationSyntax { Initializer: not null };
            if (!callsOther && method.ContainingType.BaseType is { } baseType && symbols.IsInSource(baseType)
                && baseType.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is { } implied)
            {
                AddSteps(implied, makesObject: true, steps);
            }
        }
        if (declaration is not null)
            steps.Add(declaration);
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        if (models.TryGetValue(tree, out SemanticModel? model))
            return model;
        work.CountModel();
        return models.GetOrAdd(tree, compilation.GetSemanticModel(tree));
    }

    private static ISymbol? Symbol(SyntaxNode root, SemanticModel model, ControlFlowGraph graph, CancellationToken cancellation) => root switch
    {
        EqualsValueClauseSyntax => graph.OriginalOperation switch
        {
            Microsoft.CodeAnalysis.Operations.IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            Microsoft.CodeAnalysis.Operations.IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            _ => null,
        },
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
        TypeDeclarationSyntax type => (model.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) == root)),
        CompilationUnitSyntax => null,
        _ => model.GetDeclaredSymbol(root, cancellation),
    };
}
