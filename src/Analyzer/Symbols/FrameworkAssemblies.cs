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
    private static readonly ulong[] Tokens =
        [0xb77a5c561934e089, 0xb03f5f7f11d50a3a, 0x7cec85d7bea7798e, 0xcc7b13ffcd2ddd51, 0xadb9793829ddae60, 0x31bf3856ad364e35];

    /// <summary>Is it the framework's own code that runs? A delegate is not, whatever declares its type.</summary>
    public static bool Declare(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } && Contains(symbol.ContainingAssembly);

    private static bool Contains(IAssemblySymbol? assembly) =>
        assembly is not null && HasFrameworkName(assembly.Name) && Array.IndexOf(Tokens, Token(assembly.Identity.PublicKeyToken)) >= 0;

    // Asked for every call that is read: nothing here allocates.
    private static bool HasFrameworkName(string name)
    {
        foreach (string prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }
        return Array.IndexOf(Names, name) >= 0;
    }

    private static ulong Token(ImmutableArray<byte> bytes)
    {
        ulong token = 0;
        foreach (byte part in bytes)
            token = (token << 8) | part;
        return token;
    }
}
