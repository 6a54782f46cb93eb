using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Fixes all places of a document in one pass over its original text, for a document, a project or a solution.</summary>
internal sealed class TextChangeFixAllProvider : DocumentBasedFixAllProvider
{
    public static readonly TextChangeFixAllProvider Instance = new();

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var plans = new List<RepairPlan>();
        var names = new HashSet<string>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixSite.CreateAsync(document, diagnostic, names, fixAllContext.CancellationToken).ConfigureAwait(false) is { } site
                && Asked(diagnostic, fixAllContext)?.Plan(site) is { } plan)
            {
                plans.Add(plan);
            }
        }
        TextChange[] changes = RepairMerge.Of(plans);
        if (changes.Length == 0)
            return document;
        SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>
    /// The repair whose key is given. "dotnet format" asks for one rule at a time, with the key of whatever the first of all
    /// findings is offered: the key of another rule, or none. It means the first repair of the rule.
    /// </summary>
    private static Repair? Asked(Diagnostic diagnostic, FixAllContext context)
    {
        string? key = context.CodeActionEquivalenceKey;
        bool isForeign = context.DiagnosticIds.Count == 1 && (key is null || RepairTable.RuleOf(key) is { } rule && rule != diagnostic.Id);
        return RepairTable.For(diagnostic.Id).FirstOrDefault(repair => isForeign || repair.EquivalenceKey == key);
    }
}
