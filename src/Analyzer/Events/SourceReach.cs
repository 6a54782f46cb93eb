using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Tells whether a call can touch a field that it is not handed: by the names that the callee's body, and those of
/// the members of its type that it names in turn, spell. Syntax only; kept for one compilation.
/// </summary>
internal sealed class SourceReach
{
    /// <summary>More bodies than this are not read: the call is taken to touch everything.</summary>
    private const int MaximumBodies = 100;

    /// <summary>Names, and with a dot in front those that are asked of an object.</summary>
    private readonly ConcurrentDictionary<ISymbol, HashSet<string>?> namesByCallee = new(SymbolEqualityComparer.Default);

    /// <summary>Can the method or property, called on the object that owns the member, set or use the member?</summary>
    public bool CanTouch(ISymbol callee, ISymbol member, CancellationToken cancellation)
    {
        if (callee.IsImplicitlyDeclared)
            return false;
        bool isNameable = member.DeclaredAccessibility != Accessibility.Private;
        // What another body does that runs instead, or one that is not in sight, cannot be told: it may call back.
        if (callee.DeclaringSyntaxReferences.IsEmpty || Callees.IsReplaceable(callee))
            return !member.IsStatic || isNameable;
        if (member.IsStatic && isNameable)
            return true;
        return Names(callee, cancellation) is not { } names || names.Contains(member.Name);
    }

    /// <summary>Does the method or property, called on another object, name the member? A helper may know the object that it helps.</summary>
    public bool Names(ISymbol callee, ISymbol member, CancellationToken cancellation) =>
        !callee.DeclaringSyntaxReferences.IsEmpty && Names(callee, cancellation)?.Contains("." + member.Name) is true;

    private HashSet<string>? Names(ISymbol callee, CancellationToken cancellation)
    {
        if (!namesByCallee.TryGetValue(callee.OriginalDefinition, out HashSet<string>? names))
            names = namesByCallee.GetOrAdd(callee.OriginalDefinition, Collect(callee.OriginalDefinition, cancellation));
        return names;
    }

    /// <summary>Null where it may touch anything: it hands its own object on, or there is too much to read.</summary>
    private static HashSet<string>? Collect(ISymbol callee, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { callee };
        var pending = new Queue<ISymbol>(read);
        while (pending.Count > 0)
        {
            foreach (SyntaxReference reference in Parts(pending.Dequeue()))
            {
                SyntaxNode declaration = reference.GetSyntax(cancellation);
                if (declaration is PropertyDeclarationSyntax property && property.Modifiers.Any(SyntaxKind.PartialKeyword))
                    return null; // Its accessors are in a part that is not told.
                foreach (SyntaxToken token in declaration.DescendantTokens())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (token.IsKind(SyntaxKind.ThisKeyword) && !token.GetNextToken().IsKind(SyntaxKind.DotToken))
                        return null;
                    if (!token.IsKind(SyntaxKind.IdentifierToken))
                        continue;
                    if (token.GetPreviousToken().IsKind(SyntaxKind.DotToken))
                        names.Add("." + token.ValueText);
                    if (!names.Add(token.ValueText))
                        continue;
                    foreach (ISymbol member in Members(callee.ContainingType, token.ValueText))
                    {
                        if (Callees.IsReplaceable(member))
                            return null;
                        if (read.Add(member))
                            pending.Enqueue(member);
                    }
                    if (read.Count > MaximumBodies)
                        return null;
                }
            }
        }
        return names;
    }

    /// <summary>A partial member has its body in another part.</summary>
    private static IEnumerable<SyntaxReference> Parts(ISymbol member) =>
        member.DeclaringSyntaxReferences.Concat((member as IMethodSymbol)?.PartialImplementationPart?.DeclaringSyntaxReferences ?? Enumerable.Empty<SyntaxReference>());

    /// <summary>The methods, properties and events of the type, its bases and the types around it that the name can stand for.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            for (INamedTypeSymbol? current = around; current is not null; current = current.BaseType)
            {
                foreach (ISymbol member in current.GetMembers(name))
                {
                    if (member is IMethodSymbol or IPropertySymbol or IEventSymbol)
                        yield return member;
                }
            }
        }
    }
}
