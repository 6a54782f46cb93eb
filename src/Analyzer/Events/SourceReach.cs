using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocketSetup.Analyzers.Events;

/// <summary>
/// Tells whether a call can touch a field that it is not handed: by the names that the callee's body, and those of
/// the members of its type that it names in turn, spell. Syntax only; kept for one compilation.
/// </summary>
internal sealed class SourceReach
{
    /// <summary>More bodies than this are not read: the call is taken to touch everything.</summary>
    private const int MaximumBodies = 100;

    private readonly ConcurrentDictionary<ISymbol, HashSet<string>?> namesByCallee = new(SymbolEqualityComparer.Default);

    /// <summary>Can the method or property, called on the object that owns the member, set or use the member?</summary>
    public bool CanTouch(ISymbol callee, ISymbol member, CancellationToken cancellation)
    {
        // What a derived class does in an override is not in sight, but it cannot name a private member.
        bool isReplaceable = callee.IsVirtual || callee.IsAbstract || (callee.IsOverride && !callee.IsSealed);
        if (member.DeclaredAccessibility != Accessibility.Private && (isReplaceable || callee.DeclaringSyntaxReferences.IsEmpty))
            return true;
        if (!namesByCallee.TryGetValue(callee.OriginalDefinition, out HashSet<string>? names))
            names = namesByCallee.GetOrAdd(callee.OriginalDefinition, Names(callee.OriginalDefinition, cancellation));
        return names is null || names.Contains(member.Name);
    }

    /// <summary>Null where it may touch anything: it hands its own object on, or there is too much to read.</summary>
    private static HashSet<string>? Names(ISymbol callee, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { callee };
        var pending = new Queue<ISymbol>(read);
        while (pending.Count > 0)
        {
            foreach (SyntaxReference reference in pending.Dequeue().DeclaringSyntaxReferences)
            {
                foreach (SyntaxToken token in reference.GetSyntax(cancellation).DescendantTokens())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (token.IsKind(SyntaxKind.ThisKeyword) && !token.GetNextToken().IsKind(SyntaxKind.DotToken))
                        return null;
                    if (!token.IsKind(SyntaxKind.IdentifierToken) || !names.Add(token.ValueText))
                        continue;
                    foreach (ISymbol member in Members(callee.ContainingType, token.ValueText))
                    {
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

    /// <summary>The methods, properties and events of the type and its bases that the name can stand for.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IMethodSymbol or IPropertySymbol or IEventSymbol)
                    yield return member;
            }
        }
    }
}
