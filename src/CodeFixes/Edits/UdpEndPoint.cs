using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>What the constructor of a <c>UdpClient</c> binds to, in words for a bind of its own.</summary>
/// <param name="Declaration">The statement, if any, that keeps what must not be evaluated twice.</param>
/// <param name="Family">The argument of an unbound client of the same family.</param>
/// <param name="Value">The end point.</param>
internal sealed record UdpEndPoint(string[] Declaration, string Family, string Value)
{
    /// <summary>Null where the constructor is none that binds, or where the family would have to be evaluated twice.</summary>
    public static UdpEndPoint? Of(BaseObjectCreationExpressionSyntax creation, FixSite site)
    {
        if (Argument(creation, "localEP", 0, site) is { } endPoint)
        {
            (string[] declaration, string value) = Once(endPoint, "localEndPoint", site);
            return new UdpEndPoint(declaration, value + ".AddressFamily", value);
        }
        if (Argument(creation, "port", 0, site) is not { } port)
            return null;
        ExpressionSyntax? family = Argument(creation, "family", 1, site);
        if (Address(creation.SpanStart, family, site) is not { } address)
            return null;
        (string[] kept, string number) = Once(port, "port", site);
        return new UdpEndPoint(kept, family?.ToString() ?? "", $"new {site.Name(creation.SpanStart, "System.Net", "IPEndPoint")}({address}, {number})");
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

    /// <summary>Itself where it is a constant or names something that can be read twice; else a local.</summary>
    private static (string[] Declaration, string Value) Once(ExpressionSyntax value, string name, FixSite site)
    {
        bool isName = value is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax;
        if (isName && (site.Model.GetConstantValue(value).HasValue || value.DescendantNodesAndSelf().All(node => SameTwice.Holds(node, site))))
            return ([], value.ToString());
        string local = site.FreshName(value, name);
        return ([$"var {local} = {value};"], local);
    }

    private static ExpressionSyntax? Argument(BaseObjectCreationExpressionSyntax creation, string name, int index, FixSite site) =>
        site.Model.GetSymbolInfo(creation).Symbol is IMethodSymbol constructor && index < constructor.Parameters.Length && constructor.Parameters[index].Name == name
            ? (creation.ArgumentList!.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
                ?? creation.ArgumentList.Arguments.Where(argument => argument.NameColon is null).ElementAtOrDefault(index))?.Expression
            : null;
}
