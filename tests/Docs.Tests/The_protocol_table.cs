using System.Collections;
using SocketSetup.Analyzers;

namespace SocketSetup.Docs.Tests;

/// <summary>The page that explains the analysis has the very transitions that the analysis runs on.</summary>
public sealed class The_protocol_table
{
    [Fact]
    public void Has_every_transition_of_the_protocol_and_no_other()
    {
        Table table = MarkdownPage.Read("docs/how-it-works.md").Tables.Single(table => table.Rows[0].SequenceEqual(["State", "Event", "Next state", "Violation"]));

        Assert.Equal(Transitions().Order(), table.Rows.Skip(1).Select(row => string.Join(" ", row.Select(cell => cell.Trim('`'))).TrimEnd()).Order());
    }

    /// <summary>The protocol is internal to the analyzer, and a page is no reason to open it.</summary>
    private static List<string> Transitions()
    {
        Type protocol = typeof(SocketSetupAnalyzer).Assembly.GetType("SocketSetup.Analyzers.Typestate.SetupProtocol", throwOnError: true)!;
        var rows = (IEnumerable)protocol.GetProperty("Transitions")!.GetValue(null)!;
        return [.. rows.Cast<object>().Select(row => $"{Read(row, "From")} {Read(row, "On")} {Read(row, "To")} {Read(row, "Violation")}".Replace(" None", "", StringComparison.Ordinal))];
    }

    private static object Read(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row)!;
}
