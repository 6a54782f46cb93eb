using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocketSetup.Analyzers;
using SocketSetup.Benchmarks.Generated;
using SocketSetup.Benchmarks.Running;

namespace SocketSetup.Benchmarks;

/// <summary>What one keystroke in a document of a large project costs, beside binding that document.</summary>
internal static class Live
{
    private const int LinesOfADocument = 5_000;
    private const int FirstNumber = 1_000_000;

    public static readonly Arguments Defaults = new(Rounds: 15, Lines: 300_000, Only: "", Divide: 1, WarmUp: 5);

    public static void Run(Arguments arguments, TextWriter output)
    {
        var projects = new List<(string Name, string Document, string Before)>
        {
            ("20 listeners", Document(20), ".Listen("),
            ("5 listeners", Document(5), ".Listen("),
            ("one listener", Document(1), ".Listen("),
            ("no socket", PlainCode.File(FirstNumber, LinesOfADocument), "name.Length > "),
        };
        var table = new Table(output, "Document", "Lines, of", "Binding it, ms", "Driver and an analyzer that does nothing, ms", "Driver and SocketSetup, ms", "What SocketSetup adds, binding = 1", "The same of the least times", "In its callbacks, ms", "In its callbacks, binding = 1", "Allocation that it adds, binding = 1");
        foreach ((string name, string document, string before) in projects)
        {
            CSharpCompilation project = Sources.Compile([document, .. PlainCode.Files(arguments.Lines - LinesOfADocument, LinesOfADocument)]);
            if (project.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
                throw new InvalidOperationException($"The generated project does not compile: {error}");
            table.Add([name, $"{project.SyntaxTrees[0].GetText().Lines.Count:N0} of {Sources.Lines(project):N0}", .. Measure(new OpenDocument(project, before), arguments)]);
        }
    }

    /// <summary>The listeners stand in the middle.</summary>
    private static string Document(int count)
    {
        string listeners = string.Concat(Enumerable.Range(0, count).Select(ListenerCode.Class));
        int plain = LinesOfADocument - listeners.Count(character => character == '\n') - 2;
        return $"{ListenerCode.Usings}{PlainCode.File(FirstNumber, (plain / 2) + 25)}{listeners}{PlainCode.File(FirstNumber + LinesOfADocument, (plain / 2) + 25)}";
    }

    private static IEnumerable<string> Measure(OpenDocument document, Arguments arguments)
    {
        var product = new Analysis(new SocketSetupAnalyzer());
        var nothing = new Analysis(new NothingAnalyzer());
        List<Cost> binding = [], driver = [], both = [];
        List<double> callbacks = [];
        for (int keystroke = 0; keystroke < arguments.WarmUp + arguments.Rounds; keystroke++)
        {
            SemanticModel first = document.After(keystroke), second = document.After(keystroke), third = document.After(keystroke);
            binding.Add(Cost.Of(() => first.GetDiagnostics()));
            driver.Add(Cost.Of(() => nothing.Run(second)));
            both.Add(Cost.Of(() => product.Run(third)));
            callbacks.Add(product.InCallbacks);
        }
        Cost bound = Counted(binding), idle = Counted(driver), all = Counted(both);
        double inside = Median.Of(callbacks.Skip(arguments.WarmUp));
        return new[]
        {
            bound.Milliseconds,
            idle.Milliseconds,
            all.Milliseconds,
            (all.Milliseconds - idle.Milliseconds) / bound.Milliseconds,
            (Least(both) - Least(driver)) / Least(binding),
            inside,
            inside / bound.Milliseconds,
            (all.Megabytes - idle.Megabytes) / bound.Megabytes,
        }.Select(Table.Number);

        double Least(List<Cost> costs) => costs.Skip(arguments.WarmUp).Min(cost => cost.Milliseconds);

        Cost Counted(List<Cost> costs) => Median.Of([.. costs.Skip(arguments.WarmUp)]);
    }
}
