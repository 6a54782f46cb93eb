using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Sets <c>ReuseAddress</c> where the sockets at fault are not bound yet, and no other socket is reached by it.</summary>
internal static class SetReuseAddress
{
    public static RepairPlan? BeforeBind(FixSite site) => site.Contract.Others switch
    {
        OtherSockets.None => Plan(site.Contract.Binds.Select(bind => BeforeCall(site, bind, ""))),
        // A socket that may be a Unix domain socket reaches the same bind: there the option throws.
        OtherSockets.Undecided => AfterCreations(site) ?? Plan(site.Contract.Binds.Select(bind => BeforeCall(site, bind, "AddressFamily"))),
        _ => AfterCreations(site),
    };

    /// <summary>Where a late set cannot move: it stays, harmless, and an early one is added.</summary>
    public static RepairPlan? InsteadOfLateSet(FixSite site) =>
        site.Contract is { SetsReuseAddress: true, Others: OtherSockets.None } ? BeforeBind(site) : null;

    private static RepairPlan? AfterCreations(FixSite site) => Plan(site.Contract.Creations.Select(creation => AfterCreation(site, creation)));

    private static RepairPlan? Plan(IEnumerable<TextChange?> changes)
    {
        TextChange?[] all = changes.ToArray();
        return all.Length == 0 || all.Contains(null) ? null : new RepairPlan(Resources.SetReuseAddressBeforeBind, all.Select(change => change!.Value).ToImmutableArray());
    }

    private static TextChange? BeforeCall(FixSite site, TextSpan bind, string familyTest)
    {
        if (site.Find<InvocationExpressionSyntax>(bind) is not { } call
            || StatementLists.StatementOf(call) is not { } statement
            || Receiver.Prefix(statement, call) is not { } prefix)
        {
            return null;
        }
        string set = prefix + Call(site, statement.SpanStart);
        if (familyTest.Length > 0)
            set = $"if ({prefix}{familyTest} != {SocketNames.Member(site.Model, statement.SpanStart, "AddressFamily", "Unix")}) {set}";
        var lines = new StatementLines(statement, site.Text);
        return StatementLists.HasNeighbours(statement) ? lines.InsertBefore(set) : null;
    }

    private static TextChange? AfterCreation(FixSite site, TextSpan creation)
    {
        ExpressionSyntax? expression = site.Find<BaseObjectCreationExpressionSyntax>(creation);
        (StatementSyntax? statement, string name) = expression?.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } variable } => (declaration, variable.Identifier.Text),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax assignment, Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } parent => ((StatementSyntax)assignment, parent.Left.ToString()),
            _ => (null, ""),
        };
        return statement is not null && StatementLists.HasNeighbours(statement)
            ? new StatementLines(statement, site.Text).InsertAfter($"{name}.{Call(site, statement.SpanStart)}")
            : null;
    }

    private static string Call(FixSite site, int position) =>
        $"SetSocketOption({SocketNames.Member(site.Model, position, "SocketOptionLevel", "Socket")}, {SocketNames.Member(site.Model, position, "SocketOptionName", "ReuseAddress")}, true);";
}
