using System.IO.Enumeration;
using RestartLab.Claims;
using SocketSetup.Pictures;

namespace SocketSetup.Docs.Tests;

/// <summary>The rows that a pattern picks, as <c>--only</c> does.</summary>
internal static class PickedRows
{
    public static IReadOnlyList<RecordedRow> Pick(this Recording recording, string pattern) =>
        [.. recording.Rows.Where(row => Braces.Expand(pattern).Any(alternative => FileSystemName.MatchesSimpleExpression(alternative, row.Id, ignoreCase: false)))];
}
