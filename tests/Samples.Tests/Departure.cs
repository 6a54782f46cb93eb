namespace SocketSetup.Samples.Tests;

/// <summary>How a server goes while it still has a client.</summary>
public enum Departure
{
    /// <summary>It closes the connection, then the client does: TIME_WAIT stays on its port.</summary>
    Stopped,

    /// <summary>It dies at once, and the client stays connected: FIN_WAIT2 stays on its port.</summary>
    Killed,

    /// <summary>It dies, and another process still holds its connection: ESTABLISHED stays on its port.</summary>
    LeftBehind,
}
