namespace RestartLab;

/// <summary>One code for each way to end.</summary>
internal static class ExitCode
{
    public const int AsDocumented = 0;
    public const int Differs = 1;
    public const int BadArgument = 2;

    /// <summary>Of a server that could not listen.</summary>
    public const int NotListening = 3;

    /// <summary>As a shell reports a process that a signal ended.</summary>
    public const int Signal = 128;
}
