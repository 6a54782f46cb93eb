using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Flow;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Symbols;

namespace SocketSetup.Analyzers;

/// <summary>
/// What the analyzers of the product have in common. What it costs is decided here: a text search in a project that does
/// not name sockets, and in a file that has no entry point; a control flow graph only of a body that has one, and of those
/// that bear on it.
/// </summary>
public abstract class SetupAnalyzer : DiagnosticAnalyzer
{
    /// <summary>A program that makes a socket has a file which names the namespace.</summary>
    private readonly SyntaxTreeValueProvider<bool> sockets = TextGate.CreateProvider("Sockets");

    private readonly SyntaxTreeValueProvider<ImmutableArray<int>> entrances;

    private protected SetupAnalyzer(string[] entryPoints) => entrances = TextGate.CreateProvider(entryPoints);

    /// <summary>What this analyzer has done so far, in all compilations.</summary>
    internal WorkCounter Work { get; } = new();

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // The driver leaves out the files that were generated. What was generated in others is told here: see GeneratedCode.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Does the analyzer report the rule?</summary>
    private protected abstract bool Reports(Rule rule);

    /// <summary>Has another analyzer told of the unknown setting?</summary>
    private protected virtual bool IsSettingReportedElsewhere(SemanticModel model, BodyAnalysis analysis, Settings settings, CancellationToken cancellation) => false;

    private void Start(CompilationStartAnalysisContext context)
    {
        Compilation compilation = context.Compilation;
        // Once an action for files is registered, the driver keeps a model of every file.
        if (!compilation.SyntaxTrees.Any(tree => Read(tree, sockets, context.CancellationToken)) || compilation.SyntaxTrees.All(tree => Read(tree, entrances, context.CancellationToken).IsDefaultOrEmpty))
            return;
        if (SocketSymbols.FindSocket(compilation) is not { } socket)
            return;
        var analysis = new Lazy<BodyAnalysis>(() => new BodyAnalysis(compilation, new SocketSymbols(compilation, socket), Work));
        // Per file, and not per operation: a registered operation makes the driver build the operations of every body.
        context.RegisterSemanticModelAction(file =>
        {
            ImmutableArray<int> positions = Read(file.SemanticModel.SyntaxTree, entrances, file.CancellationToken);
            if (!positions.IsDefaultOrEmpty)
                Analyze(file, positions, analysis.Value);
        });

        // The start has a cancellation of its own: it may be over by the time that a file is asked about.
        T? Read<T>(SyntaxTree tree, SyntaxTreeValueProvider<T> reader, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return context.TryGetValue(tree, reader, out T? read) ? read : default;
        }
    }

    private void Analyze(SemanticModelAnalysisContext context, ImmutableArray<int> positions, BodyAnalysis analysis)
    {
        HashSet<SyntaxNode> roots = Roots(context.SemanticModel, positions, analysis, context.CancellationToken);
        if (roots.Count == 0)
            return;
        Settings settings = Settings.Of(context.Options, context.SemanticModel);
        Location? first = null;
        foreach (SetupFinding finding in Findings(roots, context.SemanticModel, analysis, context.CancellationToken))
        {
            Rule rule = RuleTable.For(finding.Violation);
            if (!Reports(rule) || Reporter.Report(finding, settings) is not { } diagnostic)
                continue;
            context.ReportDiagnostic(diagnostic);
            if (rule.IsGoverned && !(diagnostic.Location.SourceSpan.Start >= first?.SourceSpan.Start))
                first = diagnostic.Location;
        }
        if (settings.UnknownValue is { } value && first is not null && !IsSettingReportedElsewhere(context.SemanticModel, analysis, settings, context.CancellationToken))
            context.ReportDiagnostic(Reporter.ReportSetting(first, value));
    }

    private protected static IEnumerable<SetupFinding> Findings(IEnumerable<SyntaxNode> roots, SemanticModel model, BodyAnalysis analysis, CancellationToken cancellation)
    {
        var tests = new SystemTests(model, analysis.Values, cancellation);
        List<SetupFinding> findings = roots.SelectMany(root => analysis.Run(root, cancellation)).Where(finding => !GeneratedCode.Contains(finding.Place, model, cancellation)).ToList();
        findings.ForEach(finding => finding.Systems = tests.Around(finding.Place));
        return findings;
    }

    /// <summary>The bodies that the places are in, if they are entry points.</summary>
    private protected HashSet<SyntaxNode> Roots(SemanticModel model, IEnumerable<int> positions, BodyAnalysis analysis, CancellationToken cancellation)
    {
        SyntaxNode file = model.SyntaxTree.GetRoot(cancellation);
        var entryPoints = new EntryPoints(model, analysis.Symbols, analysis.Binds, Work, cancellation);
        var roots = new HashSet<SyntaxNode>();
        foreach (int position in positions)
        {
            if (file.FindToken(position) is { Parent: SimpleNameSyntax name } token && token.Span.Contains(position))
                roots.UnionWith(entryPoints.Of(name).Select(BodyRoots.Enclosing).OfType<SyntaxNode>());
        }
        return roots;
    }
}
