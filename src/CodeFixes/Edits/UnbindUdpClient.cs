using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>
/// Takes the bind out of the constructor of a <c>UdpClient</c>, so that options can come before it: an unbound client of
/// the same family, the options, <c>Client.Bind</c>. Where others could meet it unbound, because the bind fails, it is
/// put into its variable last.
/// </summary>
internal sealed class UnbindUdpClient
{
    private readonly FixSite site;
    private readonly BaseObjectCreationExpressionSyntax creation;
    private readonly CreationStatement client;
    private readonly UdpEndPoint endPoint;

    /// <summary>Of a client that comes into its variable last: the local that it is in before.</summary>
    private readonly string? local;

    private UnbindUdpClient(FixSite site, BaseObjectCreationExpressionSyntax creation, CreationStatement client, UdpEndPoint endPoint)
    {
        this.site = site;
        this.creation = creation;
        this.client = client;
        this.endPoint = endPoint;
        local = client.OutlivesFailure ? site.FreshName(creation, "client") : null;
    }

    private string Name => local ?? client.Name;

    private string Bind => $"{Name}.Client.Bind({endPoint.Value});";

    private string SetReuseAddress => Options.ReuseAddress(site, creation.SpanStart, Name + ".Client.");

    /// <summary>Sets <c>ReuseAddress</c> in between.</summary>
    public static RepairPlan? WithReuse(FixSite site, string title) =>
        Of(site) is { } edit ? RepairPlan.Of(title, edit.Around([edit.SetReuseAddress])) : null;

    /// <summary>Binds after the late sets that follow the creation; moves one that comes later. What cannot move is said before.</summary>
    public static RepairPlan? WithLateSet(FixSite site)
    {
        if (Of(site) is not { } edit || OptionSet.At(site.Diagnostic.Location.SourceSpan, site) is not { } set)
            return null;
        if (edit.Moved(set) is { } moved)
            return RepairPlan.Of(Resources.MoveBeforeBind, moved);
        bool turnsOn = !site.Contract.Edits.HasFlag(SafeEdits.NeverOnWindows) && set is { Value: { } value } && set.IsReuseAddress(site) && site.Model.GetConstantValue(value) is { HasValue: true, Value: true or 1 };
        return turnsOn ? RepairPlan.Of(Resources.SetReuseAddressBeforeBind, edit.Around([edit.SetReuseAddress])) : null;
    }

    private static UnbindUdpClient? Of(FixSite site) =>
        site.Contract.Edits.HasFlag(SafeEdits.RewriteUdpClient)
        && site.Contract.Binds.Length == 1
        && site.Find<BaseObjectCreationExpressionSyntax>(site.Contract.Binds[0]) is { ArgumentList: { ContainsDirectives: false } arguments } creation
        && !Remarks.In(arguments, arguments.Span, [.. arguments.Arguments.Select(argument => argument.Expression.Span)])
        && CreationStatement.Of(creation, site) is { Type: "System.Net.Sockets.UdpClient" } client
        && UdpEndPoint.Of(creation, site) is { } endPoint
            ? new UnbindUdpClient(site, creation, client, endPoint)
            : null;

    /// <summary>An unbound client, the sets and the bind.</summary>
    private TextChange[]?[] Around(string[] sets)
    {
        if (local is null)
            return [[Unbound], client.Insert(endPoint.Declaration, [.. sets, Bind])];
        string type = creation is ImplicitObjectCreationExpressionSyntax ? site.Name(creation.SpanStart, "System.Net.Sockets", "UdpClient") : "var";
        var declared = new TextChange(((AssignmentExpressionSyntax)client.Assignment!).Left.Span, $"{type} {local}");
        return [[declared, Unbound], client.Insert(endPoint.Declaration, [.. sets, Bind, $"{client.Name} = {local};"])];
    }

    /// <summary>The arguments of the constructor.</summary>
    private TextChange Unbound =>
        new(TextSpan.FromBounds(creation.ArgumentList!.OpenParenToken.Span.End, creation.ArgumentList.CloseParenToken.SpanStart), endPoint.Family);

    /// <summary>Null where moving would change more than when the option is set.</summary>
    private TextChange[]?[]? Moved(OptionSet set)
    {
        if (set.IsInitializer)
            return set.Expression.Parent == creation.Initializer ? Around([]) : null;
        List<StatementSyntax> following = [.. client.Following];
        if (set.Statement is not { } late || !following.Contains(late))
            return null;
        List<OptionSet> sets = following.Select(statement => SetIn(statement, set)).TakeWhile(found => found is not null).ToList()!;
        bool isNext = sets.Exists(found => found.Statement == late);
        if (local is not null)
            return isNext && sets.TrueForAll(found => IsOneLine(Said(found)) && !new StatementLines(found.Statement!, site.Text).HasComments) ? [.. Around([.. sets.Select(Said)]), .. sets.Select(found => RemoveCall.Changes(site, found.Expression.Span))] : null;
        TextChange[]? declared = client.Insert(endPoint.Declaration, []);
        if (isNext)
            return [[Unbound], declared, Place.Around(sets[sets.Count - 1].Statement!, site.Text)?.Insert([], [Bind])];
        List<StatementSyntax> crossed = following.TakeWhile(statement => statement != late).ToList();
        return crossed.Count > 0
            && Crossing.IsSafe(late, set.Expression, crossed, isBind: false, site)
            && MoveBeforeBind.Changes(new StatementLines(crossed[0], site.Text), new StatementLines(late, site.Text), site.Text) is { } changes
            ? [[Unbound], declared, changes, Place.Around(crossed[0], site.Text)?.Insert([Bind], [])]
            : null;
    }

    /// <summary>The set, of the client that is in the local.</summary>
    private string Said(OptionSet set) =>
        $"{local}.{(set.Inside(site).Length > 0 ? "" : "Client.")}{site.Text.ToString(TextSpan.FromBounds(set.Name.SpanStart, set.Expression.Span.End))};";

    private static bool IsOneLine(string text) => text.IndexOfAny(['\n', '\r']) < 0;

    /// <summary>The set of an address option that the statement is, if it is the late one or another of the same client, and needs no bound socket for its value.</summary>
    private OptionSet? SetIn(StatementSyntax statement, OptionSet late) =>
        statement is ExpressionStatementSyntax { ContainsDirectives: false, Expression: var expression }
        && (statement == late.Statement ? late : OptionSet.At(expression.Span, site)) is { Value: { } value } set
        && (set.IsReuseAddress(site) || set.IsExclusiveAddressUse(site))
        && (site.Model.GetConstantValue(value).HasValue || value is IdentifierNameSyntax && SameTwice.Holds(value, site))
        && Receiver.Of(set.Expression, set.Name.Identifier.ValueText, site) is { Declaration.Length: 0, Prefix: var prefix }
        && (set == late || prefix == client.Name + "." || prefix == client.Name + ".Client.")
            ? set
            : null;
}
