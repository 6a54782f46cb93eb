using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Events;

/// <summary>What a function may do, in any order, to the variables that it shares with the code around it.</summary>
internal sealed class FunctionEffects
{
    private readonly Dictionary<(SocketEventKind Kind, AccessPath Path, bool AndBelow, ISymbol? Callee, bool IsOfAnotherObject), SocketEvent> effects = [];
    private readonly HashSet<AccessPath> shared = [];

    /// <param name="function">A lambda or local function; null for a member.</param>
    /// <param name="events">What it does, and what the functions do that it calls.</param>
    /// <param name="decides">Does one of these decide, if only about a socket of its own?</param>
    public FunctionEffects(IMethodSymbol? function, List<SocketEvent> events, bool decides)
    {
        Decides = decides;
        ILookup<AccessPath, AccessPath> sources = events.Where(socketEvent => socketEvent.Source is not null).ToLookup(socketEvent => socketEvent.Path, socketEvent => socketEvent.Source!);
        foreach (SocketEvent socketEvent in events)
        {
            Decides |= socketEvent.Kind.IsDecision() || socketEvent.Kind == SocketEventKind.Escaped;
            if (socketEvent.Callee is null && !IsPlain(socketEvent.Path) && IsShared(socketEvent.Path, function))
                shared.Add(socketEvent.Path);
            if (!sources.Contains(socketEvent.Path))
                Add(socketEvent, socketEvent.Path, function);
            else
                Aliases(socketEvent.Path, sources).ForEach(path => Add(socketEvent, path, function));
        }
    }

    /// <summary>Does it decide about any socket, its own included?</summary>
    public bool Decides { get; }

    /// <summary>The variables that it shares.</summary>
    public IReadOnlyCollection<AccessPath> Shared => shared;

    public IReadOnlyCollection<SocketEvent> All => effects.Values;

    public bool IsMoreThan(FunctionEffects other) => Decides != other.Decides || shared.Count > other.shared.Count || effects.Count > other.effects.Count;

    /// <summary>What it does several times it does once: neither order nor number is known.</summary>
    private void Add(SocketEvent socketEvent, AccessPath path, IMethodSymbol? function)
    {
        if (IsPlain(path) || !IsShared(path, function) || Effect(socketEvent, path) is not { } kind)
            return;
        (SocketEventKind, AccessPath, bool, ISymbol?, bool) effect = socketEvent.Effect with { Kind = kind, Path = path };
        if (kind == SocketEventKind.DelegateCalled || !effects.ContainsKey(effect))
            effects[effect] = socketEvent with { Kind = kind, Path = path, Source = null, Creation = null };
    }

    /// <summary>The variables whose socket the path may hold, itself first.</summary>
    private static List<AccessPath> Aliases(AccessPath path, ILookup<AccessPath, AccessPath> sources)
    {
        var aliases = new List<AccessPath> { path };
        var seen = new HashSet<AccessPath>(aliases);
        for (int i = 0; i < aliases.Count; i++)
        {
            foreach (AccessPath source in sources[aliases[i]])
            {
                if (seen.Add(source))
                    aliases.Add(source);
            }
        }
        return aliases;
    }

    private SocketEventKind? Effect(SocketEvent socketEvent, AccessPath path) => socketEvent.Kind switch
    {
        SocketEventKind.Listened or SocketEventKind.Accepted or SocketEventKind.JoinedGroup or SocketEventKind.Shared or SocketEventKind.DelegateCalled or SocketEventKind.Returned => socketEvent.Kind,
        // It happens at a time that is not known, if it happens: neither a proof of binding nor of a clearance.
        SocketEventKind.Bound or SocketEventKind.Closed or SocketEventKind.Stopped or SocketEventKind.Connected or SocketEventKind.Connecting or SocketEventKind.ReuseAddressCleared => null,
        SocketEventKind.Forgotten or SocketEventKind.Delegated or SocketEventKind.Suspended => null,
        SocketEventKind.Created or SocketEventKind.Aliased or SocketEventKind.Renamed or SocketEventKind.Overwritten or SocketEventKind.PerhapsOverwritten or SocketEventKind.Nulled =>
            ReferenceEquals(path, socketEvent.Path) ? SocketEventKind.PerhapsOverwritten
            // What the function stores in a shared variable has two names from then on, and so has what it stores in an object.
            : socketEvent.Path.Owner is not null || shared.Contains(socketEvent.Path) ? SocketEventKind.Escaped : null,
        _ => SocketEventKind.Escaped,
    };

    /// <summary>A number or a text holds no socket, nor does anything in it.</summary>
    private static bool IsPlain(AccessPath path) => path.Type?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String;

    /// <summary>Can code outside the function reach the variable? What it puts into a parameter by reference comes out, too.</summary>
    private static bool IsShared(AccessPath path, IMethodSymbol? function) => path.Root.Key switch
    {
        IParameterSymbol when function is null => true,
        ILocalSymbol when function is null => false,
        IParameterSymbol { RefKind: not RefKind.None } => true,
        ILocalSymbol or IParameterSymbol => !SymbolEqualityComparer.Default.Equals(((ISymbol)path.Root.Key).ContainingSymbol, function),
        string => true,
        _ => false,
    };
}
