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

    /// <summary>What spells a decision.</summary>
    private static readonly string[] Setting = ["SetSocketOption", "SetRawSocketOption", "ExclusiveAddressUse"];

    private readonly ConcurrentDictionary<ISymbol, Spelling?> spellings = new(SymbolEqualityComparer.Default);

    /// <summary>Can the method or property, called on the object that owns the member, set or use the member?</summary>
    public bool CanTouch(ISymbol callee, ISymbol member, CancellationToken cancellation)
    {
        if (Touches(callee, member, cancellation))
            return true;
        if (callee.IsImplicitlyDeclared || SpellingOf(callee, cancellation) is not { } spelling)
            return false;
        // By way of a type that calls back.
        return (member.IsStatic && CallsBack(callee, member, cancellation) != CallBack.None)
            || (spelling.Helpers.Count > 0 && HelperCallsBack(spelling, member, cancellation));
    }

    /// <summary>Apart from who asks, so that no closure is made where there is no helper.</summary>
    private bool HelperCallsBack(Spelling spelling, ISymbol member, CancellationToken cancellation) =>
        spelling.Helpers.Any(helper => spelling.Asked.SelectMany(name => helper.GetMembers(name)).Any(asked => CallsBack(asked, member, cancellation) != CallBack.None));

    private bool Touches(ISymbol callee, ISymbol member, CancellationToken cancellation)
    {
        bool runsInitializers = callee is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true };
        if (callee.IsImplicitlyDeclared && !runsInitializers)
            return false;
        bool isNameable = member.DeclaredAccessibility != Accessibility.Private;
        // What another body does that runs instead, or one that is not in sight, cannot be told: it may call back.
        if (!runsInitializers && (callee.DeclaringSyntaxReferences.IsEmpty || Callees.IsReplaceable(callee)))
            return !member.IsStatic || isNameable;
        if (member.IsStatic && isNameable)
            return true;
        return SpellingOf(callee, cancellation) is not { } spelling || spelling.RunsDelegates || spelling.Names.Contains(member.Name);
    }

    /// <summary>How does the method or property, called on another object, get at what the member holds? A helper may know the object that it helps.</summary>
    public CallBack CallsBack(ISymbol callee, ISymbol member, CancellationToken cancellation)
    {
        if (callee.DeclaringSyntaxReferences.IsEmpty || SpellingOf(callee, cancellation) is not { } spelling)
            return CallBack.None;
        bool asks = spelling.RunsDelegates || spelling.Asked.Contains(member.Name);
        foreach (string name in spelling.Asked)
        {
            foreach (ISymbol other in member.ContainingType.GetMembers(name))
            {
                if (other is not (IMethodSymbol or IPropertySymbol) || SymbolEqualityComparer.Default.Equals(other, member) || !Touches(other, member, cancellation))
                    continue;
                if (spelling.Sets && SymbolEqualityComparer.Default.Equals(TypeOf(other), TypeOf(member)))
                    return CallBack.SetsOnGiven;
                asks |= SpellingOf(other, cancellation) is { Sets: true };
            }
        }
        return asks ? CallBack.Asks : CallBack.None;
    }

    /// <summary>May the method, or a member of its type that it names in turn, spell one of the names?</summary>
    public bool Spells(ISymbol callee, HashSet<string> names, CancellationToken cancellation) =>
        SpellingOf(callee, cancellation) is not { } spelling || spelling.Names.Overlaps(names);

    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private Spelling? SpellingOf(ISymbol callee, CancellationToken cancellation)
    {
        if (!spellings.TryGetValue(callee.OriginalDefinition, out Spelling? spelling))
            spelling = spellings.GetOrAdd(callee.OriginalDefinition, Collect(callee.OriginalDefinition, cancellation));
        return spelling;
    }

    /// <summary>Null where it may touch anything: it hands its own object on, or there is too much to read.</summary>
    private static Spelling? Collect(ISymbol callee, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var helpers = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        bool runsDelegates = false;
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { callee };
        var pending = new Queue<ISymbol>(read);
        while (pending.Count > 0)
        {
            foreach (SyntaxReference reference in Parts(pending.Dequeue()))
            {
                SyntaxNode declaration = reference.GetSyntax(cancellation);
                if (declaration is PropertyDeclarationSyntax property && property.Modifiers.Any(SyntaxKind.PartialKeyword))
                    return null; // Its accessors are in a part that is not told.
                SyntaxToken last = default;
                foreach (SyntaxToken token in declaration.DescendantTokens())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (token.IsMissing)
                        continue;
                    SyntaxToken before = last;
                    last = token;
                    if (before.IsKind(SyntaxKind.ThisKeyword) && !token.IsKind(SyntaxKind.DotToken))
                        return null;
                    if (!token.IsKind(SyntaxKind.IdentifierToken))
                        continue;
                    if (before.IsKind(SyntaxKind.DotToken))
                        asked.Add(token.ValueText);
                    if (!names.Add(token.ValueText))
                        continue;
                    foreach (ISymbol member in Members(callee.ContainingType, token.ValueText))
                    {
                        if (member is IMethodSymbol or IPropertySymbol or IEventSymbol && Callees.IsReplaceable(member))
                            return null;
                        runsDelegates |= member is IEventSymbol || MayBeDelegate(TypeOf(member));
                        if (TypeOf(member) is INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } helper)
                            helpers.Add(helper);
                        if (member is not IFieldSymbol && read.Add(member))
                            pending.Enqueue(member);
                    }
                    if (read.Count > MaximumBodies)
                        return null;
                }
                if (last.IsKind(SyntaxKind.ThisKeyword))
                    return null; // What stands behind an arrow may end with it.
            }
        }
        return new Spelling(names, asked, helpers, runsDelegates, names.Overlaps(Setting));
    }

    /// <summary>A delegate, a lazy value, or a collection of them.</summary>
    private static bool MayBeDelegate(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Delegate } or { Name: "Lazy" } => true,
        IArrayTypeSymbol array => MayBeDelegate(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => argument.TypeKind == TypeKind.Delegate),
        _ => false,
    };

    /// <summary>A partial member has its body in another part, and a constructor runs the initializers.</summary>
    private static IEnumerable<SyntaxReference> Parts(ISymbol member)
    {
        IEnumerable<SyntaxReference> parts = member.DeclaringSyntaxReferences;
        if (member is not IMethodSymbol method)
            return parts;
        if (method.MethodKind == MethodKind.Constructor)
            return parts.Concat(method.ContainingType.GetMembers().Where(one => one is IFieldSymbol or IPropertySymbol && !one.IsStatic).SelectMany(one => one.DeclaringSyntaxReferences).Where(reference => Callees.Initializer(reference) is not null));
        return parts.Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? Enumerable.Empty<SyntaxReference>());
    }

    /// <summary>The members and nested types of the type, its bases and the types around it that the name can stand for.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            for (INamedTypeSymbol? current = around; current is not null; current = current.BaseType)
            {
                foreach (ISymbol member in current.GetMembers(name))
                    yield return member;
            }
        }
    }

    private sealed class Spelling(HashSet<string> names, HashSet<string> asked, HashSet<INamedTypeSymbol> helpers, bool runsDelegates, bool sets)
    {
        /// <summary>The names that the body, and those of the members of its type that it names in turn, spell.</summary>
        public HashSet<string> Names { get; } = names;

        /// <summary>Those of them that are asked of an object.</summary>
        public HashSet<string> Asked { get; } = asked;

        /// <summary>The classes, in source, of the fields and properties among them.</summary>
        public HashSet<INamedTypeSymbol> Helpers { get; } = helpers;

        /// <summary>Is one of them a delegate or an event, so that nobody knows what runs?</summary>
        public bool RunsDelegates { get; } = runsDelegates;

        /// <summary>Does it spell a decision?</summary>
        public bool Sets { get; } = sets;
    }
}

/// <summary>What a method that runs on another object does to this one.</summary>
internal enum CallBack
{
    None,

    /// <summary>It names the member, or a member that sets an option on what the member holds.</summary>
    Asks,

    /// <summary>It gets the socket from a member that gives it out, and sets an option on it.</summary>
    SetsOnGiven,
}
