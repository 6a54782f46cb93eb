using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Offers the repairs of every rule; what to write where is told by the diagnostic itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SocketSetupCodeFixProvider))]
public sealed class SocketSetupCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RepairTable.DiagnosticIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => TextChangeFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FixSite.CreateAsync(context.Document, diagnostic, [], context.CancellationToken).ConfigureAwait(false) is not { } site)
                continue;
            var titles = new HashSet<string>();
            foreach (Repair repair in RepairTable.For(diagnostic.Id))
            {
                // What the first does is not offered again.
                if (repair.Plan(site with { Given = [] }) is not { } plan || !titles.Add(plan.Title))
                    continue;
                Document changed = context.Document.WithText(site.Text.WithChanges(plan.Changes));
                context.RegisterCodeFix(CodeAction.Create(plan.Title, _ => Task.FromResult(changed), repair.EquivalenceKey), diagnostic);
            }
        }
    }
}
