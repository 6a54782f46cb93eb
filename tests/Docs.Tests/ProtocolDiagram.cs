using System.Collections;
using SocketSetup.Analyzers;

namespace SocketSetup.Docs.Tests;

/// <summary>
/// The set-up protocol as a picture, drawn from the very transitions that the analysis runs on. Every transition is in
/// it: who compares it with what a page shows compares all of the protocol.
/// </summary>
internal static class ProtocolDiagram
{
    /// <summary>Stands for every state but the one that all of them lead to in the same way.</summary>
    private const string Any = "Open";

    /// <summary>What the protocol forbids.</summary>
    public static IEnumerable<string> Violations => Rows().Select(row => row.Violation).Where(IsViolation).Distinct().Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Draw()
    {
        List<Row> rows = Rows();
        string[] states = [.. rows.SelectMany(row => new[] { row.From, row.To }).Distinct()];
        List<Row> common = [.. rows.GroupBy(row => row with { From = Any })
            .Where(alike => states.Except(alike.Select(row => row.From)).SequenceEqual([alike.Key.To]))
            .Select(alike => alike.Key)];
        return
        [
            "stateDiagram-v2",
            $"    state {Any} {{",
            $"        [*] --> {rows[0].From}",
            .. Edges(rows.Where(row => !common.Contains(row with { From = Any }))).Select(edge => $"        {edge}"),
            "    }",
            .. Edges(common).Select(edge => $"    {edge}"),
        ];
    }

    /// <summary>One edge for all that leads from one state to another, with what leads there line by line.</summary>
    private static IEnumerable<string> Edges(IEnumerable<Row> rows) =>
        rows.GroupBy(row => (row.From, row.To)).Select(edge => $"{edge.Key.From} --> {edge.Key.To}: {string.Join("<br/>", edge.Select(Label))}");

    private static string Label(Row row) => IsViolation(row.Violation) ? $"{row.On} / {row.Violation}" : row.On;

    private static bool IsViolation(string violation) => violation != "None";

    /// <summary>The protocol is internal to the analyzer, and a page is no reason to open it.</summary>
    private static List<Row> Rows()
    {
        Type protocol = typeof(SocketSetupAnalyzer).Assembly.GetType("SocketSetup.Analyzers.Typestate.SetupProtocol", throwOnError: true)!;
        var transitions = (IEnumerable)protocol.GetProperty("Transitions")!.GetValue(null)!;
        return [.. transitions.Cast<object>().Select(row => new Row(Read(row, "From"), Read(row, "On"), Read(row, "To"), Read(row, "Violation")))];
    }

    private static string Read(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row)!.ToString()!;

    private sealed record Row(string From, string On, string To, string Violation);
}
