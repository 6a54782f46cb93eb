using Microsoft.CodeAnalysis.Diagnostics;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Shrinking;

/// <summary>Looks for the smallest program that still comes out the same way.</summary>
internal static class Shrinker
{
    /// <summary>Tried together: one compilation of each text for all of them.</summary>
    private const int AtOnce = 60;

    public static Finding Shrink(Finding finding, Func<DiagnosticAnalyzer> analyzer)
    {
        // What does not compile is the generator's fault, and a smaller program may be another's.
        if (finding.Verdict.Outcome == Outcome.Broken)
            return finding;
        while (Smaller(finding, analyzer) is { } smaller)
            finding = smaller;
        return finding;
    }

    private static Finding? Smaller(Finding finding, Func<DiagnosticAnalyzer> analyzer)
    {
        foreach (ProgramTree[] programs in Reductions.Of(finding.Program).Select(DeadFunctions.Remove).Chunk(AtOnce))
        {
            IReadOnlyList<Verdict> verdicts = Batch.Examine(programs, Execution.Bounds.Usual, analyzer());
            Finding? smallest = programs.Zip(verdicts)
                .Where(tried => IsAlike(tried.Second, finding.Verdict))
                .Select(tried => finding with { Program = tried.First, Verdict = tried.Second })
                .MinBy(tried => Size(tried.Program));
            if (smallest is not null && Size(smallest.Program) < Size(finding.Program))
                return smallest;
        }
        return null;
    }

    /// <summary>Kinds of differences must not change on the way, lest one hide another.</summary>
    private static bool IsAlike(Verdict tried, Verdict original) =>
        tried.Outcome == original.Outcome && (tried.Outcome != Outcome.Disagreement || tried.Kinds.IsSubsetOf(original.Kinds));

    /// <summary>Nodes first; between equals, the text with fewer letters.</summary>
    private static long Size(ProgramTree program) =>
        (Nodes.Of(program).LongCount() * 100_000) + Printing.ProgramPrinter.Print(program, Printing.Dialect.Plain, "P").ToString().Length;
}
