using SocketSetup.Mutants;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CasesFirst))]

namespace SocketSetup.Mutants;

/// <summary>The cases tell most mutants from the original.</summary>
public sealed class CasesFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(one => !one.TestCollectionDisplayName.Contains(nameof(Every_case), StringComparison.Ordinal)).ThenBy(one => one.TestCollectionDisplayName, StringComparer.Ordinal)];
}
