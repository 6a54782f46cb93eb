using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Analyzers.Tests;
using SocketSetup.Robustness.Grafts;
using SocketSetup.Robustness.Mutations;
using SocketSetup.Robustness.Running;

namespace SocketSetup.Robustness.Tests;

/// <summary>A listener that is set into a body of any shape is found, and one that is set up is left alone.</summary>
public sealed class Grafted_listeners
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new SocketSetupAnalyzer(), new ListenerStartAnalyzer()];

    [Theory]
    [InlineData("src", 400)]
    [InlineData("tests", 700)]
    public void Are_told_apart_in_every_body_of_the_repository(string folder, int least)
    {
        var run = new GraftRun(Analyzers, Source.In(Path.Combine(Repository.Root, folder)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{run}");
        Assert.True(run.IsClean, $"{run}\n{string.Join('\n', run.Wrong.Concat(run.Missed).Take(5).Select(run.Describe))}\n{string.Join('\n', run.Exceptions.Take(1))}");
        Assert.True(run.Count >= least, $"{run}");
    }

    [Fact]
    public void Are_set_where_something_comes_to_the_end()
    {
        (string printed, int code) = Run(
            "class C { int M(bool b) { if (b) return 1; return 2; } void N() { throw null; } void Never() { while (true) { } } void Empty() { } int P { get { return 1; } set { System.Action a = () => { }; } } void NotYet() => N(); abstract void Absent(); }");
        Assert.StartsWith("1 files, 6 listeners set into bodies: 0 missed, 0 reported wrongly, 0 exceptions", printed, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Are_missed_where_nothing_is_shown()
    {
        (string printed, int code) = Run("#pragma warning disable\nclass C { void M() { } }");
        Assert.Contains("missed: File.cs(2): undecided", printed, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void Are_reported_wrongly_by_one_that_reports_every_bind()
    {
        var run = new GraftRun([new EveryBind()], [Source.Of("File.cs", $"class C {{ {string.Concat(Enumerable.Range(0, Graft.All.Count).Select(i => $"void M{i}() {{ }} "))} }}")]);
        Assert.Equal(Graft.All.Select((graft, number) => (graft, number)).Where(one => one.graft.Reported.Length == 0).Select(one => one.number), run.Wrong);
        Assert.Empty(run.Exceptions);
    }

    private static (string Printed, int Code) Run(string text)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("grafts");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "File.cs"), text);
            File.WriteAllText(Path.Combine(folder.FullName, "Form.Designer.cs"), text);
            using var output = new StringWriter();
            int code = Command.Run(["--grafts", folder.FullName], output, Analyzers, new SocketSetupCodeFixProvider());
            return (output.ToString(), code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

#pragma warning disable RS1001, RS1036 // It is handed to the run and never loaded by a compiler.
    private sealed class EveryBind : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Bound = new SocketSetupAnalyzer().SupportedDiagnostics.First(rule => rule.Id == "SOCK001");

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Bound];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                call =>
                {
                    if (call.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" } })
                        call.ReportDiagnostic(Diagnostic.Create(Bound, call.Node.GetLocation()));
                },
                SyntaxKind.InvocationExpression);
        }
    }
#pragma warning restore RS1001, RS1036
}
