using Xunit.Sdk;
using Xunit.v3;

namespace SocketSetup.Mutants;

/// <summary>What told the last mutants from the original comes first: it is likely to tell the next one, too.</summary>
public sealed class LastFailedFirst : ITestCaseOrderer
{
    private static readonly List<string> Failed = [];

    public static void Note(string part)
    {
        lock (Failed)
        {
            Failed.Remove(part);
            Failed.Add(part);
        }
    }

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase
    {
        lock (Failed)
            return [.. testCases.OrderByDescending(one => Failed.FindIndex(part => one.TestCaseDisplayName.Contains($"\"{part}\"", StringComparison.Ordinal)))];
    }
}
