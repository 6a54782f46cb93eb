using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using SocketSetup.Oracle.Execution;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Comparison;

/// <summary>Examines many programs with one compilation of each text: that is what makes a hundred thousand of them affordable.</summary>
internal static class Batch
{
    public static IReadOnlyList<Verdict> Examine(IReadOnlyList<ProgramTree> programs, Bounds bounds, DiagnosticAnalyzer analyzer)
    {
        List<Subject> subjects = programs.Select((program, number) => new Subject(program, number)).ToList();
        Analyze(subjects, analyzer);
        var context = new AssemblyLoadContext("Twins", isCollectible: true);
        try
        {
            Load(subjects.Where(subject => subject.Error is null).ToList(), context);
            return subjects.Select(subject => Judge(subject, bounds)).ToList();
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Analyze(List<Subject> subjects, DiagnosticAnalyzer analyzer)
    {
        CSharpCompilation compilation = Support.PlainOf(subjects.Select(subject => subject.Plain));
        NoteErrors(compilation.GetDiagnostics(), subjects, subject => subject.Plain);
        ILookup<SyntaxTree, Diagnostic> diagnostics = Analysis.Diagnostics(compilation, analyzer);
        string? crash = diagnostics[null!].FirstOrDefault()?.ToString();
        foreach (Subject subject in subjects)
        {
            subject.Reported = Analysis.Read(diagnostics[subject.Plain], subject.Page, subject.Sites);
            subject.Crash = diagnostics[subject.Plain].FirstOrDefault(diagnostic => diagnostic.Id == "AD0001")?.ToString() ?? crash;
        }
    }

    private static void Load(List<Subject> subjects, AssemblyLoadContext context)
    {
        using var image = new MemoryStream();
        EmitResult result = Support.TwinOf(subjects.Select(subject => subject.Twin)).Emit(image);
        if (!result.Success)
        {
            NoteErrors(result.Diagnostics, subjects, subject => subject.Twin);
            if (subjects.Any(subject => subject.Error is not null))
                Load(subjects.Where(subject => subject.Error is null).ToList(), context);
            return;
        }
        image.Position = 0;
        Assembly assembly = context.LoadFromStream(image);
        foreach (Subject subject in subjects)
            subject.Drive = assembly.GetType(subject.TypeName, throwOnError: true)!.GetMethod("Drive")!.CreateDelegate<Action>();
    }

    private static void NoteErrors(IEnumerable<Diagnostic> diagnostics, List<Subject> subjects, Func<Subject, SyntaxTree> tree)
    {
        ILookup<SyntaxTree?, Diagnostic> errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(diagnostic => diagnostic.Location.SourceTree);
        foreach (Subject subject in subjects)
            subject.Error ??= errors[tree(subject)].FirstOrDefault() is { } error ? $"{error}\n{tree(subject)}" : null;
    }

    private static Verdict Judge(Subject subject, Bounds bounds)
    {
        if (subject.Drive is not { } program)
            return new Verdict(Outcome.Broken, Report.Empty, Report.Empty, subject.Error ?? "The text that is executed does not compile.");
        if (subject.Crash is { } crash)
            return new Verdict(Outcome.Crash, Report.Empty, Report.Empty, crash);
        if (PathEnumeration.Run(program, bounds, isIndependent: false) is not { } run)
            return new Verdict(Outcome.Rejected, Report.Empty, Report.Empty);
        Report expected = Expect(run, subject);
        return new Verdict(expected.Equals(subject.Reported) ? Outcome.Agreement : Reconsider(program, subject), expected, subject.Reported);
    }

    /// <summary>Runs further, and more freely, before it is called a disagreement.</summary>
    private static Outcome Reconsider(Action program, Subject subject)
    {
        foreach (Bounds bounds in Bounds.Larger)
        {
            if (PathEnumeration.Run(program, bounds, isIndependent: false) is not { } run)
                continue;
            Report real = Expect(run, subject);
            if (real.Equals(subject.Reported))
                return Outcome.AgreementInLargeBounds;
            if (PathEnumeration.Run(program, bounds, isIndependent: true) is { } free && IsExplained(subject.Reported, real, Expect(free, subject)))
                return Outcome.AgreementIfIndependent;
        }
        return Outcome.Disagreement;
    }

    /// <summary>Is reported what the paths show both ways, and beyond that only what they show one way?</summary>
    private static bool IsExplained(Report reported, Report real, Report independent) =>
        real.Intersect(independent).Except(reported).IsEmpty && reported.Except(real.Union(independent)).IsEmpty;

    private static Report Expect(PathsRun run, Subject subject) => Expectation.Of(run.Observations, subject.Sites);
}
