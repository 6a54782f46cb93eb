using System.Collections.Immutable;
using System.Linq.Expressions;
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

    private static Func<Compilation, INamedTypeSymbol?> FindSocket { get; } = Bind<Func<Compilation, INamedTypeSymbol?>>("Symbols.SocketSymbols", "FindSocket");

    private static Func<Compilation, INamedTypeSymbol, object> CreateSymbols { get; } = BindConstructor<Func<Compilation, INamedTypeSymbol, object>>("Symbols.SocketSymbols");

    /// <summary>All that is looked up in a compilation with a file that may use a socket.</summary>
    public static object? Symbols(Compilation compilation) => FindSocket(compilation) is { } socket ? CreateSymbols(compilation, socket) : null;

    private static T Bind<T>(string type, string method)
        where T : Delegate =>
        Type(type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<T>();

    private static T BindConstructor<T>(string type)
        where T : Delegate
    {
        ConstructorInfo constructor = Type(type).GetConstructors().Single();
        ParameterExpression[] parameters = [.. constructor.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))];
        return Expression.Lambda<T>(Expression.New(constructor, parameters), parameters).Compile();
    }

    private static Type Type(string name) => typeof(SocketSetupAnalyzer).Assembly.GetType($"SocketSetup.Analyzers.{name}", throwOnError: true)!;
}
