using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>What each repair of each rule makes of a file, to the byte.</summary>
public sealed class Every_repair
{
    private static readonly Dictionary<string, RepairCase> Cases = RepairCase.All.ToDictionary(one => $"{one.Key} {one.Name}");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Makes_of_all_places_at_once_what_it_should(string name)
    {
        RepairCase one = Cases[name];
        foreach (Writing writing in Writing.All)
        {
            using var run = FixRun.Of(one.Settings, one.Source(writing));
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.NotEmpty(await Findings(run, one));
            Assert.True(await run.FixAllAsync(one.Key));
            Assert.Equal(one.Fixed(writing), await run.TextAsync());
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.Empty(await Findings(run, one));
            Assert.False(await run.FixAllAsync(one.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Makes_the_same_one_by_one(string name)
    {
        RepairCase one = Cases[name];
        Writing writing = Writing.All.First();
        using var run = FixRun.Of(one.Settings, one.Source(writing));
        for (IReadOnlyList<Diagnostic> found = await Findings(run, one); found.Count > 0;)
        {
            string key = one.Key;
            IReadOnlyList<CodeAction> offered = await run.ActionsAsync(found[0]);
            // What comes first has the key of the first.
            await run.ApplyAsync(offered.FirstOrDefault(action => action.EquivalenceKey == key) ?? offered[0]);
            IReadOnlyList<Diagnostic> left = await Findings(run, one);
            Assert.True(left.Count < found.Count);
            found = left;
        }
        Assert.Equal(one.Fixed(writing), await run.TextAsync());
    }

    private static async Task<IReadOnlyList<Diagnostic>> Findings(FixRun run, RepairCase one) => [.. (await run.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == one.Rule)];
}
