using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.CorpusRun;

/// <summary>
/// Baselines: what the driver itself costs for each way an analyzer can ask to be called.
/// None of them ever reports a diagnostic.
/// </summary>
internal static class Builtins
{
    public static readonly string[] Names =
        ["noop", "noop-tree", "noop-syntax", "noop-op", "noop-block", "noop-cfg", "walk-cfg", "gated-op", "gated-cfg", "gated-syntax", "gated-tree"];

    public static DiagnosticAnalyzer Create(string name) => name switch
    {
        "noop" => new Noop(),
        "noop-tree" => new NoopTree(),
        "noop-syntax" => new NoopSyntax(),
        "noop-op" => new NoopOp(),
        "noop-block" => new NoopBlock(),
        "noop-cfg" => new NoopCfg(),
        "walk-cfg" => new WalkCfg(),
        "gated-op" => new GatedOp(),
        "gated-cfg" => new GatedCfg(),
        "gated-syntax" => new GatedSyntax(),
        "gated-tree" => new GatedTree(),
        _ => throw new ArgumentException($"no built-in analyzer called {name}; there are: {string.Join(' ', Names)}"),
    };
}

internal abstract class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <summary>How many bodies had their control flow graph built, to be sure that a gate lets the right ones through.</summary>
    public static long Graphs;

    private readonly DiagnosticDescriptor _rule;
    protected BaselineAnalyzer() => _rule = new DiagnosticDescriptor("BASE" + GetType().Name, "baseline", "baseline", "Baseline", DiagnosticSeverity.Warning, true);
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    protected abstract void Start(CompilationStartAnalysisContext c);

    protected static void Touch(ControlFlowGraph? g)
    {
        if (g is not null && g.Blocks.Length > 0) Interlocked.Increment(ref Graphs);
    }
}

/// <summary>A compilation start and nothing else.</summary>
internal sealed class Noop : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) { }
}

/// <summary>One empty callback per syntax tree.</summary>
internal sealed class NoopTree : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) => c.RegisterSemanticModelAction(static _ => { });
}

/// <summary>One empty callback per invocation or creation expression, by syntax: no binding.</summary>
internal sealed class NoopSyntax : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) =>
        c.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
}

/// <summary>One empty callback per invocation operation: the driver must build the operation tree of every body.</summary>
internal sealed class NoopOp : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) => c.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
}

/// <summary>One empty callback per operation block.</summary>
internal sealed class NoopBlock : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) => c.RegisterOperationBlockStartAction(static _ => { });
}

/// <summary>The control flow graph of every body (nested functions not expanded).</summary>
internal sealed class NoopCfg : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) => c.RegisterOperationBlockAction(static b =>
    {
        foreach (var op in b.OperationBlocks)
            if (op.Kind is OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.Block)
                Touch(b.GetControlFlowGraph(op));
    });
}

/// <summary>The graph of every body and of every function nested in it, with one visit of every operation.</summary>
internal sealed class WalkCfg : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c) => c.RegisterOperationBlockAction(static b =>
    {
        foreach (var op in b.OperationBlocks)
            if (op.Kind is OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.Block)
                Walk(b.GetControlFlowGraph(op));
    });

    private static void Walk(ControlFlowGraph g)
    {
        Touch(g);
        foreach (var f in g.LocalFunctions) Walk(g.GetLocalFunctionControlFlowGraph(f));
        foreach (var block in g.Blocks)
        {
            foreach (var op in block.Operations) Visit(g, op);
            if (block.BranchValue is { } v) Visit(g, v);
        }
    }

    private static void Visit(ControlFlowGraph g, IOperation op)
    {
        foreach (var d in op.DescendantsAndSelf())
            if (d is IFlowAnonymousFunctionOperation f) Walk(g.GetAnonymousFunctionControlFlowGraph(f));
    }
}

internal static class SocketGate
{
    public static INamedTypeSymbol? Socket(Compilation c) => c.GetTypeByMetadataName("System.Net.Sockets.Socket");

    public static bool IsSocketOperation(IOperation op, INamedTypeSymbol socket) => SymbolEqualityComparer.Default.Equals(socket, op switch
    {
        IObjectCreationOperation o => o.Type,
        IInvocationOperation i => i.TargetMethod.ContainingType,
        IPropertyReferenceOperation p => p.Property.ContainingType,
        _ => null,
    });

    /// <summary>Names that a body must spell out to create a socket or set one up; checked before anything is bound.</summary>
    public static bool IsCandidateName(string s) => s switch
    {
        "Socket" or "TcpClient" or "TcpListener" or "UdpClient" => true,
        "NoDelay" or "LingerState" or "SetSocketOption" or "DualMode" or "SendTimeout" or "ReceiveTimeout" => true,
        "SendBufferSize" or "ReceiveBufferSize" or "ExclusiveAddressUse" or "AcceptAsync" or "AcceptSocket" or "AcceptSocketAsync" or "Accept" => true,
        _ => false,
    };
}

/// <summary>Operation actions on three kinds, each comparing one symbol; no graph is built. The gate alone.</summary>
internal sealed class GatedOp : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c)
    {
        if (SocketGate.Socket(c.Compilation) is not { } socket) return;
        c.RegisterOperationAction(x => SocketGate.IsSocketOperation(x.Operation, socket),
            OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.PropertyReference);
    }
}

/// <summary>The same gate per body; the graph only of bodies where it hit, once each.</summary>
internal sealed class GatedCfg : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c)
    {
        if (SocketGate.Socket(c.Compilation) is not { } socket) return;
        var done = new ConditionalWeakTable<ISymbol, object>();
        c.RegisterOperationAction(x =>
        {
            if (!SocketGate.IsSocketOperation(x.Operation, socket)) return;
            if (!done.TryAdd(x.ContainingSymbol, done)) return;
            Touch(x.GetControlFlowGraph());
        }, OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.PropertyReference);
    }
}

/// <summary>Gate by spelling on syntax nodes, bind only the candidates, graph only of the bodies that use a socket.</summary>
internal sealed class GatedSyntax : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext c)
    {
        if (SocketGate.Socket(c.Compilation) is not { } socket) return;
        var done = new ConditionalWeakTable<SyntaxNode, object>();
        c.RegisterSyntaxNodeAction(x =>
        {
            if (!SocketGate.IsCandidateName(((IdentifierNameSyntax)x.Node).Identifier.ValueText)) return;
            if (Bodies.Enclosing(x.Node) is not { } body || !done.TryAdd(body, done)) return;
            Bodies.Analyze(body, x.SemanticModel, socket, Touch, x.CancellationToken);
        }, SyntaxKind.IdentifierName);
    }
}

/// <summary>
/// One callback per file: a scan of its text for "Socket", "TcpClient" and the like, then only the files that have one are
/// walked by token, only the bodies that spell a candidate name are bound, only those with a socket get a graph.
/// </summary>
internal sealed class GatedTree : BaselineAnalyzer
{
    private static readonly System.Buffers.SearchValues<string> s_words =
        System.Buffers.SearchValues.Create(["Socket", "TcpClient", "TcpListener", "UdpClient", "NoDelay", "LingerState"], StringComparison.Ordinal);

    protected override void Start(CompilationStartAnalysisContext c)
    {
        if (SocketGate.Socket(c.Compilation) is not { } socket) return;
        c.RegisterSemanticModelAction(x =>
        {
            var tree = x.SemanticModel.SyntaxTree;
            if (!Mentions(tree.GetText(x.CancellationToken))) return;
            HashSet<SyntaxNode>? bodies = null;
            foreach (var token in tree.GetRoot(x.CancellationToken).DescendantTokens())
                if (token.IsKind(SyntaxKind.IdentifierToken) && SocketGate.IsCandidateName(token.ValueText) && token.Parent is { } p && Bodies.Enclosing(p) is { } body)
                    (bodies ??= []).Add(body);
            if (bodies is null) return;
            foreach (var body in bodies) Bodies.Analyze(body, x.SemanticModel, socket, Touch, x.CancellationToken);
        });
    }

    private static bool Mentions(SourceText text)
    {
        const int chunk = 16 * 1024, overlap = 16;
        char[] buffer = System.Buffers.ArrayPool<char>.Shared.Rent(chunk);
        try
        {
            for (int at = 0; at < text.Length; at += chunk - overlap)
            {
                int n = Math.Min(chunk, text.Length - at);
                text.CopyTo(at, buffer, 0, n);
                if (buffer.AsSpan(0, n).ContainsAny(s_words)) return true;
            }
            return false;
        }
        finally { System.Buffers.ArrayPool<char>.Shared.Return(buffer); }
    }
}

internal static class Bodies
{
    /// <summary>The member (or accessor) whose body holds the node; null where there is no executable body.</summary>
    public static SyntaxNode? Enclosing(SyntaxNode node)
    {
        for (SyntaxNode? n = node; n is not null; n = n.Parent)
            switch (n)
            {
                case BaseMethodDeclarationSyntax m: return m.Body is not null || m.ExpressionBody is not null ? m : null;
                case AccessorDeclarationSyntax a: return a.Body is not null || a.ExpressionBody is not null ? a : null;
                case GlobalStatementSyntax g: return g.Parent;
                case BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax: return null;
            }
        return null;
    }

    public static void Analyze(SyntaxNode body, SemanticModel model, INamedTypeSymbol socket, Action<ControlFlowGraph?> use, CancellationToken ct)
    {
        if (model.GetOperation(body, ct) is not { } op) return;
        bool hit = false;
        foreach (var d in op.Descendants())
            if (SocketGate.IsSocketOperation(d, socket)) { hit = true; break; }
        if (!hit) return;
        use(op switch
        {
            IMethodBodyOperation m => ControlFlowGraph.Create(m, ct),
            IConstructorBodyOperation k => ControlFlowGraph.Create(k, ct),
            IBlockOperation b when b.Parent is null => ControlFlowGraph.Create(b, ct),
            _ => null,
        });
    }
}
