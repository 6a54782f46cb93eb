using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Symbols;

/// <summary>
/// Knows the assemblies whose methods never decide about a socket's address options on the caller's behalf: the
/// framework and Microsoft's extensions to it, told by name and by public key.
/// </summary>
internal static class FrameworkAssemblies
{
    private static readonly string[] Names = ["mscorlib", "netstandard", "System"];
    private static readonly string[] Prefixes = ["System.", "Microsoft.Win32.", "Microsoft.Extensions.", "Microsoft.AspNetCore."];

    /// <summary>
    /// Public key tokens that only Microsoft can sign with: ECMA, .NET Framework, .NET runtime, .NET Standard and
    /// open-source .NET, ASP.NET Core, and the shared one.
    /// </summary>
    private static readonly string[] Tokens =
        ["b77a5c561934e089", "b03f5f7f11d50a3a", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35"];

    /// <summary>Is it the framework's own code that runs? A delegate is not, whatever declares its type.</summary>
    public static bool Declare(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } && Contains(symbol.ContainingAssembly);

    private static bool Contains(IAssemblySymbol? assembly) =>
        assembly is not null && HasFrameworkName(assembly.Name) && Tokens.Contains(Token(assembly.Identity.PublicKeyToken));

    private static bool HasFrameworkName(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Token(ImmutableArray<byte> token) => string.Concat(token.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
