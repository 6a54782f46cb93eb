namespace SocketSetup.Robustness.Running;

/// <summary>Which sources are changed at each of their places.</summary>
internal enum Systematic
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Those that are files: the samples, and what a folder adds to them.</summary>
    Files,

    /// <summary>The cases of the analyzer's tests too, which are many.</summary>
    All,
}
