using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.Flow;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Sets <c>ReuseAddress</c> where the sockets at fault are not bound yet, and no other socket is harmed by it.</summary>
internal static class SetReuseAddress
{
    /// <summary>Null where there is no such place, or none that a statement can be put in.</summary>
    public static RepairPlan? Plan(FixSite site) =>
        (site.Contract.Edits.HasFlag(SafeEdits.SetBeforeBind) ? Plan(site.Contract.Binds.Select(bind => BeforeBind(site, bind, unlessUnix: false))) : null)
        ?? (site.Contract.Edits.HasFlag(SafeEdits.SetAfterCreation) ? Plan(site.Contract.Creations.Select(creation => AfterCreation(site, creation))) : null)
        ?? (site.Contract.Edits.HasFlag(SafeEdits.SetBeforeBindUnlessUnix) ? Plan(site.Contract.Binds.Select(bind => BeforeBind(site, bind, unlessUnix: true))) : null);

    private static RepairPlan? Plan(IEnumerable<TextChange?> changes)
    {
        TextChange?[] all = changes.ToArray();
        return all.Length == 0 || all.Contains(null) ? null : new RepairPlan(Resources.SetReuseAddressBeforeBind, all.Select(change => change!.Value).ToImmutableArray());
    }

    private static TextChange? BeforeBind(FixSite site, TextSpan bind, bool unlessUnix)
    {
        if (site.Find<InvocationExpressionSyntax>(bind) is not { } call
            || StatementLists.StatementOf(call) is not { } statement
            || !StatementLists.HasNeighbours(statement)
            || Receiver.Prefix(statement, call, "Bind") is not { } prefix)
        {
            return null;
        }
        string test = unlessUnix ? $"if ({prefix}AddressFamily != {site.Name(statement.SpanStart, "AddressFamily.Unix")}) " : "";
        return new StatementLines(statement, site.Text).InsertBefore(test + prefix + Set(site, statement.SpanStart));
    }

    private static TextChange? AfterCreation(FixSite site, TextSpan creation)
    {
        (StatementSyntax? statement, string name, ITypeSymbol? type) = site.Find<BaseObjectCreationExpressionSyntax>(creation)?.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } variable } =>
                (declaration, variable.Identifier.Text, (site.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax assignment, Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } parent =>
                ((StatementSyntax)assignment, parent.Left.ToString(), site.Model.GetTypeInfo(parent.Left).Type),
            _ => (null, "", null),
        };
        return statement is not null && StatementLists.HasNeighbours(statement) && type?.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == "System.Net.Sockets.Socket"
            ? new StatementLines(statement, site.Text).InsertAfter($"{name}.{Set(site, statement.SpanStart)}")
            : null;
    }

    private static string Set(FixSite site, int position) =>
        $"SetSocketOption({site.Name(position, "SocketOptionLevel.Socket")}, {site.Name(position, "SocketOptionName.ReuseAddress")}, true);";
}
