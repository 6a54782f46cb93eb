using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Names TCP in place of another protocol.</summary>
internal static class NameTcp
{
    public static RepairPlan? Plan(FixSite site) => site.Contract.Edits.HasFlag(SafeEdits.NameTcp)
        ? RepairPlan.Of(Resources.UseProtocolTypeTcp, [Change(site, site.Diagnostic.Location.SourceSpan)])
        : null;

    /// <summary>Null where a comment in it would be lost.</summary>
    public static TextChange[]? Change(FixSite site, TextSpan protocol) =>
        (site.Find<ArgumentSyntax>(protocol)?.Expression ?? site.Find<ExpressionSyntax>(protocol)) is { } value && !Remarks.In(value, value.Span)
            ? [new TextChange(value.Span, Options.ProtocolTcp(site, value.SpanStart))]
            : null;
}
