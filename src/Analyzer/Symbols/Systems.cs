namespace SocketSetup.Analyzers.Symbols;

/// <summary>Operating systems, as far as address options differ on them.</summary>
[Flags]
internal enum Systems
{
    /// <summary>No system: the code never runs.</summary>
    None = 0,

    /// <summary>Windows.</summary>
    Windows = 1,

    /// <summary>Linux.</summary>
    Linux = 2,

    /// <summary>macOS and all others.</summary>
    Others = 4,

    /// <summary>Any system but Windows.</summary>
    NotWindows = Linux | Others,

    /// <summary>Any system.</summary>
    All = Windows | NotWindows,
}
