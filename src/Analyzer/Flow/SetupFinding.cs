using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Symbols;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>One proven violation.</summary>
/// <param name="Violation">What is wrong.</param>
/// <param name="At">The event that makes it so.</param>
/// <param name="Creations">The creations of the sockets at fault, in source order.</param>
/// <param name="Binds">Where they are bound, in source order.</param>
/// <param name="Edits">What can be changed without making a working program throw.</param>
internal sealed record SetupFinding(Violation Violation, SocketEvent At, IReadOnlyList<Creation> Creations, IReadOnlyList<IOperation> Binds, SafeEdits Edits)
{
    /// <summary>Other sets that have a part in it.</summary>
    public IReadOnlyList<IOperation> Others { get; init; } = [];

    /// <summary>The systems on which that place runs, as far as the tests around it say.</summary>
    public Systems Systems { get; init; } = Systems.All;

    /// <summary>Where it is reported.</summary>
    public SyntaxNode Place { get; init; } = At.Operation.Syntax;
}
