using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>A file in every writing, and what an action is to make of it, to the byte.</summary>
/// <param name="Key">Of the action.</param>
/// <param name="Settings">Of the build.</param>
/// <param name="Before">The file.</param>
/// <param name="After">The file after the action has been applied wherever it is offered.</param>
internal sealed record Trial(string Key, SettingsOfTheBuild Settings, Func<Writing, string> Before, Func<Writing, string> After)
{
    /// <summary>All places in one pass; a second one changes nothing.</summary>
    public async Task AllAtOnce()
    {
        foreach (Writing writing in Writing.All)
        {
            using var run = FixRun.Of(Settings, Before(writing));
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.NotEmpty(await Findings(run));
            Assert.True(await run.FixAllAsync(Key), Before(writing));
            Assert.Equal(After(writing), await run.TextAsync());
            Assert.Empty(await run.CompilerErrorsAsync());
            Assert.Empty(await Findings(run));
            Assert.False(await run.FixAllAsync(Key));
        }
    }

    /// <summary>Place by place: each is well alone, and together they are the same.</summary>
    public async Task OneByOne()
    {
        Writing writing = Writing.All.First();
        using var run = FixRun.Of(Settings, Before(writing));
        for (IReadOnlyList<Diagnostic> found = await Findings(run); found.Count > 0;)
        {
            // What comes first has the key of the first.
            IReadOnlyList<CodeAction> offered = await run.ActionsAsync(found[0]);
            await run.ApplyAsync(offered.FirstOrDefault(action => action.EquivalenceKey == Key) ?? offered[0]);
            Assert.Empty(await run.CompilerErrorsAsync());
            IReadOnlyList<Diagnostic> left = await Findings(run);
            Assert.True(left.Count < found.Count);
            found = left;
        }
        Assert.Equal(After(writing), await run.TextAsync());
    }

    private async Task<IReadOnlyList<Diagnostic>> Findings(FixRun run) => [.. (await run.DiagnosticsAsync()).Where(diagnostic => Key.StartsWith(diagnostic.Id, StringComparison.Ordinal))];
}
