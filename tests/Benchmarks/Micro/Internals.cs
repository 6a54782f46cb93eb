using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SocketSetup.Analyzers;

namespace SocketSetup.Benchmarks.Micro;

/// <summary>The parts of the shipped assembly that are measured alone, as delegates: a call costs what a call of theirs does.</summary>
internal static class Internals
{
    public static string[] Names { get; } = (string[])Type("EntryPoints").GetProperty("Names", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;

    public static Func<SourceText, string[], ImmutableArray<int>> Positions { get; } = Bind<Func<SourceText, string[], ImmutableArray<int>>>("TextGate", "Positions");

    public static Func<Compilation, object?> Symbols { get; } = Bind<Func<Compilation, object?>>("Symbols.SocketSymbols", "TryCreate");

    private static T Bind<T>(string type, string method)
        where T : Delegate =>
        Type(type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<T>();

    private static Type Type(string name) => typeof(SocketSetupAnalyzer).Assembly.GetType($"SocketSetup.Analyzers.{name}", throwOnError: true)!;
}
