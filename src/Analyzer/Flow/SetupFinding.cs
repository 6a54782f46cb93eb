using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers.Events;
using SocketSetup.Analyzers.Typestate;

namespace SocketSetup.Analyzers.Flow;

/// <summary>What is known of the sockets that reach the same bind without being at fault.</summary>
internal enum OtherSockets
{
    None,

    /// <summary>Created in the body, undecided, and perhaps not IP sockets.</summary>
    Undecided,

    /// <summary>Decided already, or not in sight.</summary>
    Unknown,
}

/// <summary>One proven violation of the set-up protocol.</summary>
/// <param name="Violation">What is broken.</param>
/// <param name="At">The event that breaks it.</param>
/// <param name="Creations">The creations of the sockets at fault, in source order.</param>
/// <param name="Binds">Where they are bound, in source order.</param>
/// <param name="Others">What else may reach these binds.</param>
internal sealed record SetupFinding(Violation Violation, SocketEvent At, IReadOnlyList<Creation> Creations, IReadOnlyList<IOperation> Binds, OtherSockets Others);
