using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SocketSetup.Analyzers.Rules;

namespace SocketSetup.Analyzers.CodeFixes;

/// <summary>Offers the repairs of every rule; what to write where is told by the diagnostic itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SocketSetupCodeFixProvider))]
public sealed class SocketSetupCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.BoundWithoutReuseAddress, RuleIds.SetAfterBind);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => TextChangeFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FixSite.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } site)
                continue;
            foreach (Repair repair in RepairTable.For(diagnostic.Id))
            {
                if (repair.Plan(site) is not { } plan)
                    continue;
                Document changed = context.Document.WithText(site.Text.WithChanges(plan.Changes));
                context.RegisterCodeFix(CodeAction.Create(plan.Title, _ => Task.FromResult(changed), repair.EquivalenceKey), diagnostic);
            }
        }
    }
}
