using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>What the constructor of a <c>UdpClient</c> binds to, in words for a bind of its own.</summary>
/// <param name="Declaration">The statement, if any, that keeps what must not be evaluated twice.</param>
/// <param name="Family">The argument of an unbound client of the same family.</param>
/// <param name="Value">The end point.</param>
internal sealed record UdpEndPoint(string[] Declaration, string Family, string Value)
{
    /// <summary>Null where the constructor is none that binds, where the family would have to be evaluated twice, or where a value declares what is used elsewhere.</summary>
    public static UdpEndPoint? Of(BaseObjectCreationExpressionSyntax creation, FixSite site)
    {
        string type = site.Name(creation.SpanStart, "System.Net", "IPEndPoint");
        if (Argument(creation, "localEP", site) is { } endPoint)
        {
            return Once(endPoint, type, "localEndPoint", creation.Initializer, site) is var (declaration, value) ? new UdpEndPoint(declaration, value + ".AddressFamily", value) : null;
        }
        if (Argument(creation, "port", site) is not { } port)
            return null;
        ExpressionSyntax? family = Argument(creation, "family", site);
        return Address(creation.SpanStart, family, site) is { } address && Once(port, "int", "port", creation.Initializer, site) is var (kept, number) && !(kept.Length > 0 && family?.SpanStart < port.SpanStart)
            ? new UdpEndPoint(kept, family?.ToString() ?? "", $"new {type}({address}, {number})")
            : null;
    }

    private static string? Address(int position, ExpressionSyntax? family, FixSite site)
    {
        string any = site.Name(position, "System.Net", "IPAddress", "Any"), any6 = site.Name(position, "System.Net", "IPAddress", "IPv6Any");
        if (family is null)
            return any;
        if (site.Model.GetConstantValue(family) is { HasValue: true, Value: int constant })
            return constant switch { 2 => any, 23 => any6, _ => null };
        return family is IdentifierNameSyntax && SameTwice.Holds(family, site)
            ? $"{family} == {site.Name(position, "System.Net.Sockets", "AddressFamily", "InterNetworkV6")} ? {any6} : {any}"
            : null;
    }

    /// <summary>Itself where it is a number or names something of the very type that can be read twice, and that is not the client; else a local.</summary>
    private static (string[] Declaration, string Value)? Once(ExpressionSyntax value, string type, string name, InitializerExpressionSyntax? initializer, FixSite site)
    {
        bool isOfType = site.Model.GetSpeculativeTypeInfo(value.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type is { } own && SymbolEqualityComparer.Default.Equals(own, site.Model.GetTypeInfo(value).ConvertedType);
        if (isOfType && IsRepeatable())
            return ([], value.ToString());
        if (value.DescendantNodesAndSelf().Any(node => node is VariableDesignationSyntax))
            return null;
        string local = site.FreshName(value, name);
        return ([$"{(isOfType ? "var" : type)} {local} = {value};"], local);

        bool IsRepeatable() => value switch
        {
            LiteralExpressionSyntax => true,
            _ when IsNamedIn(initializer, value) => false, // That runs before.
            IdentifierNameSyntax or MemberAccessExpressionSyntax => site.Model.GetConstantValue(value).HasValue
                || value.DescendantNodesAndSelf().All(node => SameTwice.Holds(node, site) && site.Model.GetTypeInfo(node).Type?.Name != "UdpClient"),
            _ => false,
        };
    }

    private static bool IsNamedIn(InitializerExpressionSyntax? initializer, ExpressionSyntax value) =>
        initializer?.DescendantTokens().Any(token => value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == token.ValueText)) is true;

    /// <summary>As it is written: the operation leaves out <c>checked</c> and <c>!</c>.</summary>
    private static ExpressionSyntax? Argument(BaseObjectCreationExpressionSyntax creation, string name, FixSite site) =>
        (site.Model.GetOperation(creation) as IObjectCreationOperation)?.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit } && argument.Parameter?.Name == name)
            ?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { Expression: var value } ? Unparenthesized(value) : null;

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax value) => value is ParenthesizedExpressionSyntax { Expression: var inner } ? Unparenthesized(inner) : value;
}
