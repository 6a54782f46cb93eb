using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.Rules;
using SocketSetup.Analyzers.Tests;

namespace SocketSetup.Mutants;

/// <summary>
/// What each case costs and what its fixes may do, as it was when that was looked at last. It tells a mutant that reports the same with more work
/// or less, or that lets a fix do what it should not.
/// </summary>
internal static class Recorded
{
    private const string FileName = "recorded.txt";
    private static readonly ConcurrentDictionary<string, string> Seen = new();
    private static readonly string Before = Repository.Read($"tests/Mutants/{FileName}");
    private static readonly HashSet<string> Lines = [.. Before.Split('\n')];

    public static void Check(string name, WorkCounter work, ImmutableArray<Diagnostic> found)
    {
        string edits = string.Concat(found.Select(diagnostic => FixContract.Read(diagnostic.Properties) is { } contract
            ? $"; {diagnostic.Id} at {diagnostic.Location.SourceSpan.Start}: {contract.Edits}, {contract.Protocols.Length} protocols, {contract.Others.Length} others" : ""));
        string line = Seen[name] = $"{name}: {work.NamesBound} names, {work.GraphsBuilt} graphs, {work.ModelsAsked} models, {work.BlocksPassed} blocks{edits}";
        if (MutantControl.Instance is not null)
            Assert.Contains(line, Lines);
    }

    /// <summary>Leaves what has been seen where it can be copied from.</summary>
    public static void CheckAll()
    {
        string now = string.Concat(Seen.Values.Order(StringComparer.Ordinal).Select(line => line + "\n"));
        string copy = Path.Combine(AppContext.BaseDirectory, FileName);
        File.WriteAllText(copy, now);
        Assert.True(Before == now, $"The cases cost other than tests/Mutants/{FileName} says, or their fixes may do something else. If that is meant, copy {copy} there.");
    }
}
