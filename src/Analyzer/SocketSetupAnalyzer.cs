using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers;

/// <summary>
/// Tells where a listening socket is set up wrongly. What it costs is decided here: nothing without sockets in the
/// compilation, a text search in a file that neither binds nor sets an address option, a control flow graph only of a
/// body that does, and of those that bear on it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SocketSetupAnalyzer : DiagnosticAnalyzer
{
    private readonly SyntaxTreeValueProvider<ImmutableArray<int>> gate = TextGate.CreateProvider();

    /// <summary>What this analyzer has done so far, in all compilations.</summary>
    internal WorkCounter Work { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleTable.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (SocketSymbols.TryCreate(context.Compilation) is not { } symbols)
            return;
        var analysis = new BodyAnalysis(context.Compilation, symbols, Work);
        // Per file, and not per operation: a registered operation makes the driver build the operations of every body.
        context.RegisterSemanticModelAction(file =>
        {
            if (context.TryGetValue(file.SemanticModel.SyntaxTree, gate, out ImmutableArray<int> positions) && !positions.IsEmpty)
                Analyze(file, positions, analysis);
        });
    }

    private void Analyze(SemanticModelAnalysisContext context, ImmutableArray<int> positions, BodyAnalysis analysis)
    {
        SemanticModel model = context.SemanticModel;
        SyntaxNode file = model.SyntaxTree.GetRoot(context.CancellationToken);
        var roots = new HashSet<SyntaxNode>();
        foreach (int position in positions)
        {
            if (file.FindToken(position) is { Parent: SimpleNameSyntax name } token
                && token.Span.Contains(position)
                && IsEntryPoint(name, model, analysis.Symbols, context.CancellationToken)
                && BodyRoots.Enclosing(name) is { } root)
            {
                roots.Add(root);
            }
        }
        if (roots.Count == 0)
            return;
        RuntimeProfile profile = Profile(context, model);
        foreach (SyntaxNode root in roots)
        {
            foreach (SetupFinding finding in analysis.Run(root, context.CancellationToken))
                context.ReportDiagnostic(Reporter.Report(finding, profile));
        }
    }

    /// <summary>Does it bind a socket, or set an address option?</summary>
    private bool IsEntryPoint(SimpleNameSyntax name, SemanticModel model, SocketSymbols symbols, CancellationToken cancellation)
    {
        // A name that can be neither call nor assignment is not bound to its symbol: that is what costs.
        ExpressionSyntax used = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? (ExpressionSyntax)name.Parent : name;
        switch (used.Parent)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 or 3 } call when call.Expression == used:
                Work.CountName();
                return model.GetSymbolInfo(call, cancellation).Symbol is { } method && symbols.MemberOf(method) switch
                {
                    SocketMember.Bind => true,
                    SocketMember.SetOption => model.GetOperation(call, cancellation) is IInvocationOperation set && SocketOption.OfManaged(set)?.IsOption() is true,
                    _ => false,
                };
            case AssignmentExpressionSyntax assignment when assignment.Left == used:
                Work.CountName();
                return model.GetSymbolInfo(used, cancellation).Symbol is { } property && symbols.MemberOf(property) == SocketMember.ExclusiveAddressUse;
            default:
                return false;
        }
    }

    private static RuntimeProfile Profile(SemanticModelAnalysisContext context, SemanticModel model)
    {
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree).TryGetValue("build_property.TargetFramework", out string? targetFramework);
        return RuntimeProfiles.Of(targetFramework, model.Compilation);
    }
}
