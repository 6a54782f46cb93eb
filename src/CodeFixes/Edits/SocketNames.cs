using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocketSetup.Analyzers.CodeFixes.Edits;

/// <summary>Writes names of System.Net.Sockets as short as they can be at a place.</summary>
internal static class SocketNames
{
    private const string Namespace = "System.Net.Sockets";

    /// <summary>The member of the enum, qualified where the type's name means nothing there, or something else.</summary>
    public static string Member(SemanticModel model, int position, string type, string member)
    {
        string name = $"{type}.{member}";
        ISymbol? meant = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Symbol;
        return meant is IFieldSymbol && meant.ContainingType.ToDisplayString() == $"{Namespace}.{type}" ? name : $"global::{Namespace}.{name}";
    }
}
