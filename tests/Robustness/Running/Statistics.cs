using System.Collections.Concurrent;
using System.Globalization;
using SocketSetup.Robustness.Mutations;

namespace SocketSetup.Robustness.Running;

/// <summary>What a run has done so far.</summary>
internal sealed class Statistics
{
    private readonly ConcurrentDictionary<string, int> mutants = [];
    private int diagnostics;
    private int fixes;
    private int compiled;

    public int Diagnostics => diagnostics;

    /// <summary>Actions applied.</summary>
    public int Fixes => fixes;

    /// <summary>Of the actions, those applied to code that compiles; the result has to compile too.</summary>
    public int Compiled => compiled;

    /// <summary>How many mutants of a kind.</summary>
    public int Of(string kind) => mutants.GetValueOrDefault(kind);

    public void Add(Mutant mutant) => mutants.AddOrUpdate(mutant.Kind, 1, (_, count) => count + 1);

    public void AddDiagnostic() => Interlocked.Increment(ref diagnostics);

    public void AddFix(bool isCompiled)
    {
        Interlocked.Increment(ref fixes);
        if (isCompiled)
            Interlocked.Increment(ref compiled);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(Kind.Original)} originals, {Of(Kind.Truncation)} truncations, {Of(Kind.Deletion)} deletions, {Of(Kind.Duplication)} duplications, {Of(Kind.Mutation)} mutations: {diagnostics} diagnostics, {fixes} fixes applied, {compiled} of them to code that compiles");
}
