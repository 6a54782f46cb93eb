using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers.Tests;
using SocketSetup.Analyzers.Tests.Cases;
using SocketSetup.Analyzers.Tests.Fixes;
using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Grafts;

/// <summary>Sets grafts into sources, which are one project, and has the analyzers find them.</summary>
internal sealed partial class GraftRun
{
    private readonly ConcurrentQueue<string> exceptions = [];
    private readonly SyntaxTree[] places;

    /// <param name="analyzers">What has to find them.</param>
    /// <param name="sources">What they are set into.</param>
    public GraftRun(ImmutableArray<DiagnosticAnalyzer> analyzers, IEnumerable<Source> sources)
    {
        CSharpCompilation original = CSharpCompilation.Create(
            "Grafted",
            sources.Append(Source.Of("Usings.cs", Source.ImplicitUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Text, Source.Parse, source.Name)),
            [.. Net80.References, ThirdParty.Reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var grafting = new Grafting();
        places = [.. original.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(grafting.Into(original.GetSemanticModel(tree)), Source.Parse, tree.FilePath))];
        Files = original.SyntaxTrees.Length - 1;
        Count = grafting.Count;
        ILookup<int, string> reported = Reported(original.RemoveAllSyntaxTrees().AddSyntaxTrees(places), analyzers);
        for (int number = 0; number < Count; number++)
        {
            IEnumerable<string> wanted = Grafting.Of(number).Reported;
            (wanted.Except(reported[number]).Any() ? Missed : reported[number].Except(wanted).Any() ? Wrong : []).Add(number);
        }
    }

    public int Files { get; }

    /// <summary>How many grafts were set.</summary>
    public int Count { get; }

    /// <summary>Those of which something should have been said that was not.</summary>
    public List<int> Missed { get; } = [];

    /// <summary>Those of which something was said that is not so.</summary>
    public List<int> Wrong { get; } = [];

    public IReadOnlyCollection<string> Exceptions => exceptions;

    public bool IsClean => Missed.Count == 0 && Wrong.Count == 0 && exceptions.IsEmpty;

    /// <summary>The file and line of a graft, and what it does.</summary>
    public string Describe(int number)
    {
        SyntaxToken name = places.SelectMany(tree => tree.GetRoot().DescendantTokens()).First(token => token.ValueText == $"{Grafting.Prefix}{number}");
        return string.Create(CultureInfo.InvariantCulture, $"{name.SyntaxTree!.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {Grafting.Of(number).Name}");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Files} files, {Count} listeners set into bodies: {Missed.Count} missed, {Wrong.Count} reported wrongly, {exceptions.Count} exceptions");

    /// <summary>By the number in the name that stands in the statement.</summary>
    private ILookup<int, string> Reported(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new SettingsOfTheBuild()),
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue($"{exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Where(diagnostic => diagnostic.Id != "SOCK006" && diagnostic.Location.SourceTree is not null)
            .Select(diagnostic => (diagnostic.Id, Name: Name().Match(StatementOf(diagnostic.Location))))
            .Where(one => one.Name.Success)
            .ToLookup(one => int.Parse(one.Name.Groups[1].Value, CultureInfo.InvariantCulture), one => one.Id);
    }

    private static string StatementOf(Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>()?.ToString() ?? "";

    [GeneratedRegex($@"\b{Grafting.Prefix}(\d+)")]
    private static partial Regex Name();
}
