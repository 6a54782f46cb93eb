namespace SocketSetup.Analyzers.Symbols;

/// <summary>Operating systems, as far as address options differ on them.</summary>
[Flags]
internal enum Systems
{
    /// <summary>No system: the code never runs.</summary>
    None = 0,

    /// <summary>Windows.</summary>
    Windows = 1,

    /// <summary>Linux, macOS and all others.</summary>
    Others = 2,

    /// <summary>Any system.</summary>
    All = Windows | Others,
}
