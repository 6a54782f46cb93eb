namespace SocketSetup.Package.Tests;

/// <summary>A line of a build's log. The target framework is named only where the project has several.</summary>
internal sealed record Finding(string File, int Line, string Severity, string Rule, string Message, string Framework)
{
    public override string ToString() => $"{File}({Line}): {Severity} {Rule}";
}
