using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>
/// Takes the bind out of the constructor of a <c>UdpClient</c>, so that options can come before it: an unbound client of
/// the same family, the options, <c>Client.Bind</c>.
/// </summary>
internal sealed class UnbindUdpClient
{
    private readonly FixSite site;
    private readonly BaseObjectCreationExpressionSyntax creation;
    private readonly CreationStatement client;
    private readonly UdpEndPoint endPoint;

    private UnbindUdpClient(FixSite site, BaseObjectCreationExpressionSyntax creation, CreationStatement client, UdpEndPoint endPoint)
    {
        this.site = site;
        this.creation = creation;
        this.client = client;
        this.endPoint = endPoint;
    }

    private string Bind => $"{client.Name}.Client.Bind({endPoint.Value});";

    private string SetReuseAddress => Options.ReuseAddress(site, creation.SpanStart, client.Name + ".Client.");

    /// <summary>Sets <c>ReuseAddress</c> in between.</summary>
    public static RepairPlan? WithReuse(FixSite site, string title) =>
        Of(site) is { } edit ? RepairPlan.Of(title, [edit.Unbound(), edit.client.Insert(edit.endPoint.Declaration, [edit.SetReuseAddress, edit.Bind])]) : null;

    /// <summary>Lets the late sets that follow the creation stay where they are, and binds after them; moves one that comes later.</summary>
    public static RepairPlan? WithLateSet(FixSite site) =>
        Of(site) is { } edit && OptionSet.At(site.Diagnostic.Location.SourceSpan, site) is { } set ? RepairPlan.Of(Resources.MoveBeforeBind, [edit.Unbound(), .. edit.After(set)]) : null;

    private static UnbindUdpClient? Of(FixSite site) =>
        site.Contract.Edits.HasFlag(SafeEdits.RewriteUdpClient)
        && site.Contract.Binds.Length == 1
        && site.Find<BaseObjectCreationExpressionSyntax>(site.Contract.Binds[0]) is { ArgumentList: { ContainsDirectives: false } arguments } creation
        && !Remarks.In(arguments, arguments.Span, [.. arguments.Arguments.Select(argument => argument.Expression.Span)])
        && CreationStatement.Of(creation, site) is { Type: "System.Net.Sockets.UdpClient", OutlivesFailure: false } client
        && UdpEndPoint.Of(creation, site) is { } endPoint
            ? new UnbindUdpClient(site, creation, client, endPoint)
            : null;

    /// <summary>The arguments of the constructor.</summary>
    private TextChange[] Unbound() =>
        [new TextChange(TextSpan.FromBounds(creation.ArgumentList!.OpenParenToken.Span.End, creation.ArgumentList.CloseParenToken.SpanStart), endPoint.Family)];

    private TextChange[]?[] After(OptionSet set)
    {
        if (set.IsInitializer)
            return [set.Expression.Parent == creation.Initializer ? client.Insert(endPoint.Declaration, [Bind]) : null];
        List<StatementSyntax> following = [.. client.Following];
        List<StatementSyntax> sets = following.TakeWhile(IsSet).ToList();
        TextChange[]? declared = client.Insert(endPoint.Declaration, []);
        if (set.Statement is { } late && sets.Contains(late))
            return [declared, Place.Around(sets.Last(), site.Text)?.Insert([], [Bind])];
        if (Moved(set, following) is { } moved)
            return [declared, .. moved];
        // It cannot move: what it says is said before.
        return
        [
            set.IsReuseAddress(site) && !site.Contract.Edits.HasFlag(SafeEdits.NeverOnWindows) && site.Model.GetConstantValue(set.Value!) is { HasValue: true, Value: true or 1 }
                ? client.Insert(endPoint.Declaration, [SetReuseAddress, Bind])
                : null,
        ];
    }

    /// <summary>Null where moving would change more than when the option is set.</summary>
    private TextChange[]?[]? Moved(OptionSet set, List<StatementSyntax> following)
    {
        if (set.Statement is not { } late || !following.Contains(late))
            return null;
        List<StatementSyntax> crossed = following.TakeWhile(statement => statement != late).ToList();
        return Crossing.IsSafe(late, set.Expression, crossed, isBind: false, site)
            && MoveBeforeBind.Changes(new StatementLines(crossed[0], site.Text), new StatementLines(late, site.Text), site.Text) is { } changes
            ? [changes, Place.Around(crossed[0], site.Text)?.Insert([Bind], [])]
            : null;
    }

    /// <summary>Does it set an address option of the client, or of the socket in it?</summary>
    private bool IsSet(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { ContainsDirectives: false, Expression: var expression }
        && OptionSet.At(expression.Span, site) is { } set
        && Receiver.Of(set.Expression, set.Name.Identifier.ValueText, site) is { Declaration.Length: 0, Prefix: var prefix }
        && (prefix == client.Name + "." || prefix == client.Name + ".Client.");
}
