using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>What comes before the member's name in a call or an assignment, to be written a second time.</summary>
/// <param name="Prefix"><c>server.</c>, <c>server?.</c> or nothing, on one line.</param>
/// <param name="Declaration">The statement, if any, that keeps what must not be evaluated twice.</param>
/// <param name="Replacement">What then stands there instead.</param>
internal sealed record Receiver(string Prefix, string[] Declaration, TextChange[] Replacement)
{
    /// <summary>Null where the member is another: the text may have changed since the diagnostic was found.</summary>
    public static Receiver? Of(ExpressionSyntax use, string member, FixSite site)
    {
        if (NameOf(use) is not { } name || name.Identifier.ValueText != member)
            return null;
        ExpressionSyntax whole = Place.Whole(use);
        if (Nodes(whole, name).All(node => SameTwice.Holds(node, site)))
            return new Receiver(Text(whole.DescendantTokens().TakeWhile(token => token.SpanStart < name.SpanStart)), [], []);
        return Kept(whole, name, site);
    }

    /// <summary>The name of the member that is called or assigned.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax use) => use switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };

    /// <summary>What stands before the member's name.</summary>
    public static IEnumerable<SyntaxNode> Nodes(ExpressionSyntax whole, SimpleNameSyntax name) => whole.DescendantNodes().Where(node => node.Span.End <= name.SpanStart);

    private static Receiver? Kept(ExpressionSyntax whole, SimpleNameSyntax name, FixSite site)
    {
        ExpressionSyntax? kept = whole is ConditionalAccessExpressionSyntax conditional ? conditional.Expression : (name.Parent as MemberAccessExpressionSyntax)?.Expression;
        if (kept is null || whole.DescendantNodes().Any(node => node.SpanStart >= kept.Span.End && node.Span.End <= name.SpanStart && !SameTwice.Holds(node, site)))
            return null;
        ExpressionSyntax value = kept;
        while (value is ParenthesizedExpressionSyntax parentheses)
            value = parentheses.Expression;
        // What stands beside it would be lost, and what it declares before a loop would be seen behind that too.
        if (Remarks.In(kept, kept.Span, value.Span) || (whole.Parent is not ExpressionStatementSyntax && value.DescendantNodes().Any(node => node is VariableDesignationSyntax)))
            return null;
        string local = site.FreshName(whole, "socket");
        string rest = Text(whole.DescendantTokens().Where(token => token.SpanStart >= kept.Span.End && token.SpanStart < name.SpanStart));
        return new Receiver(local + rest, [$"var {local} = {value};"], [new TextChange(kept.Span, local)]);
    }

    /// <summary>As written, but for comments and line breaks.</summary>
    private static string Text(IEnumerable<SyntaxToken> tokens)
    {
        var prefix = new StringBuilder();
        SyntaxToken previous = default;
        foreach (SyntaxToken token in tokens)
        {
            if (IsWord(previous) && IsWord(token))
                prefix.Append(' ');
            prefix.Append(token.Text);
            previous = token;
        }
        return prefix.ToString();
    }

    private static bool IsWord(SyntaxToken token) => token.IsKeyword() || token.IsKind(SyntaxKind.IdentifierToken);

    /// <summary>Has a type of the program's own, derived from the socket's or the listener's that the call or assignment is made on, members of the names that are written?</summary>
    public static bool HidesMembers(ExpressionSyntax use, FixSite site)
    {
        IOperation? receiver = site.Model.GetOperation(use) switch
        {
            IInvocationOperation call => call.Instance,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Instance,
            _ => null,
        };
        for (ITypeSymbol? type = receiver?.Type; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member.Name is "SetSocketOption" or "SetRawSocketOption" or "ExclusiveAddressUse" or "Server"))
                return true;
        }
        return false;
    }
}
