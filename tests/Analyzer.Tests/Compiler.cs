using Microsoft.CodeAnalysis;

namespace SocketSetup.Analyzers.Tests;

/// <summary>The compiler that these tests run on: the newest, or in Analyzer.Floor.Tests the oldest that has the fixes.</summary>
internal static class Compiler
{
    public static bool IsFloor { get; } = typeof(Compilation).Assembly.GetName().Version < new Version(4, 6);
}
