using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Package.Tests.Editor;

/// <summary>A document in an editor.</summary>
internal sealed class OpenDocument(Document document)
{
    public async Task<string> TextAsync() => (await document.GetTextAsync(Cancellation)).ToString();

    /// <summary>Types over what was there.</summary>
    public void Type(string text) => document = document.WithText(SourceText.From(text));

    /// <returns>The rules of ours that are underlined, and what stands there.</returns>
    public async Task<IReadOnlyList<string>> SquigglesAsync()
    {
        SourceText text = await document.GetTextAsync(Cancellation);
        var squiggles = await EditorHost.SquigglesAsync(document, Cancellation);
        Assert.DoesNotContain(squiggles, squiggle => squiggle.Id == "AD0001");
        return [.. from squiggle in squiggles where squiggle.Id.StartsWith("SOCK", StringComparison.Ordinal) select $"{squiggle.Id} {text.ToString(squiggle.Span)}"];
    }

    public async Task<IReadOnlyList<CodeAction>> LightbulbAsync(string at)
    {
        string text = await TextAsync();
        int position = text.IndexOf(at, StringComparison.Ordinal);
        Assert.True(position >= 0, at);
        return await EditorHost.LightbulbAsync(document, position, Cancellation);
    }

    /// <returns>What the document would be. It is left as it is.</returns>
    public async Task<string> AfterAsync(CodeAction action)
    {
        var applied = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(Cancellation)));
        return (await applied.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(Cancellation)).ToString();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
