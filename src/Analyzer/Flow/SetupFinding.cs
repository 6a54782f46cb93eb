using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>One proven violation.</summary>
internal sealed class SetupFinding(Violation violation, SocketEvent at, IReadOnlyList<Creation> creations, IReadOnlyList<IOperation> binds, SafeEdits edits)
{
    /// <summary>What is wrong.</summary>
    public Violation Violation { get; } = violation;

    /// <summary>The event that makes it so.</summary>
    public SocketEvent At { get; } = at;

    /// <summary>The creations of the sockets at fault, in source order.</summary>
    public IReadOnlyList<Creation> Creations { get; } = creations;

    /// <summary>Where they are bound, in source order.</summary>
    public IReadOnlyList<IOperation> Binds { get; } = binds;

    /// <summary>What can be changed without making a working program throw.</summary>
    public SafeEdits Edits { get; } = edits;

    /// <summary>Other sets that have a part in it.</summary>
    public IReadOnlyList<IOperation> Others { get; init; } = [];

    /// <summary>The systems on which that place runs, as far as the tests around it say.</summary>
    public Systems Systems { get; set; } = Systems.All;

    /// <summary>Where it is reported.</summary>
    public SyntaxNode Place { get; init; } = at.Operation.Syntax;
}
