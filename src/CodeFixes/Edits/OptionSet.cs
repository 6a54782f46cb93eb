using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers.CodeFixes.Places;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>A call or an assignment that sets an address option.</summary>
/// <param name="Expression">The call or the assignment.</param>
/// <param name="Name">The member, <c>SetSocketOption</c> or <c>ExclusiveAddressUse</c>.</param>
internal sealed record OptionSet(ExpressionSyntax Expression, SimpleNameSyntax Name)
{
    /// <summary>Null where none stands at the span any more.</summary>
    public static OptionSet? At(TextSpan span, FixSite site) =>
        ((ExpressionSyntax?)site.Find<InvocationExpressionSyntax>(span) ?? site.Find<AssignmentExpressionSyntax>(span)) is { } found
        && Receiver.NameOf(found) is { Identifier.ValueText: "SetSocketOption" or "ExclusiveAddressUse" } name
            ? new OptionSet(found, name)
            : null;

    public bool IsCall => Expression is InvocationExpressionSyntax;

    /// <summary>In an object initializer.</summary>
    public bool IsInitializer => Expression.Parent is InitializerExpressionSyntax;

    /// <summary>The value that is set.</summary>
    public ExpressionSyntax? Value => Expression switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 3 } arguments } => (arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "optionValue") ?? arguments[2]).Expression,
        _ => null,
    };

    /// <summary>Is it <c>ReuseAddress</c>, and not the option that contradicts it?</summary>
    public bool IsReuseAddress(FixSite site) => IsOption(4, site);

    /// <summary>Is it <c>ExclusiveAddressUse</c>, by call or by property?</summary>
    public bool IsExclusiveAddressUse(FixSite site) => !IsCall || IsOption(-5, site);

    /// <summary>What leads from the receiver to the socket: the wrappers of the framework have it inside.</summary>
    public string Inside(FixSite site) => site.Model.GetSymbolInfo(IsCall ? Expression : ((AssignmentExpressionSyntax)Expression).Left).Symbol?.ContainingType.Name switch
    {
        "TcpListener" => "Server.",
        "TcpClient" or "UdpClient" => "Client.",
        _ => "",
    };

    private bool IsOption(int option, FixSite site) => Expression is InvocationExpressionSyntax call
        && call.ArgumentList.Arguments.Any(argument => site.Model.GetTypeInfo(argument.Expression).Type?.Name == "SocketOptionName" && site.Model.GetConstantValue(argument.Expression) is { HasValue: true, Value: int named } && named == option);

    /// <summary>The statement that consists of it; null where it is part of something else.</summary>
    public ExpressionStatementSyntax? Statement => StatementLists.StatementOf(Expression);
}
