using System.Reflection;
using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Mutants;

/// <summary>The switch that Stryker puts into the assembly that it mutates: each place that it changed asks it whether its mutant is the active one.</summary>
internal sealed class MutantControl
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public;

    private readonly FieldInfo active;
    private readonly FieldInfo captures;
    private readonly MethodInfo isActive;
    private readonly MethodInfo captured;

    private MutantControl(Type type)
    {
        IsOfFixes = type.Assembly == typeof(SocketSetupCodeFixProvider).Assembly;
        active = type.GetField("ActiveMutant", Statics)!;
        captures = type.GetField("CaptureCoverage", Statics)!;
        isActive = type.GetMethod("IsActive", Statics)!;
        captured = type.GetMethod("GetCoverageData", Statics)!;
    }

    /// <summary>Null where nothing is mutated.</summary>
    public static MutantControl? Instance { get; } =
        new[] { typeof(SetupAnalyzer), typeof(SocketSetupCodeFixProvider) }.SelectMany(type => type.Assembly.GetTypes()).SingleOrDefault(type => type.Name == nameof(MutantControl)) is { } control ? new MutantControl(control) : null;

    /// <summary>Is it in the assembly of the fixes?</summary>
    public bool IsOfFixes { get; }

    /// <summary>The number of the mutant; negative for none.</summary>
    public int Active
    {
        get
        {
            isActive.Invoke(null, [int.MaxValue]); // It looks which one is.
            return (int)active.GetValue(null)!;
        }
    }

    /// <summary>Is it Stryker that asks which mutants are reached?</summary>
    public bool IsCapturing => (bool)captures.GetValue(null)!;

    /// <summary>The mutants that the question can reach. None is active meanwhile.</summary>
    public async Task<IReadOnlyCollection<int>> ReachedBy(Question question)
    {
        captures.SetValue(null, true);
        captured.Invoke(null, []);
        try
        {
            await question.Ask();
        }
        finally
        {
            captures.SetValue(null, false);
        }
        return ((IEnumerable<IList<int>>)captured.Invoke(null, [])!).SelectMany(ids => ids).ToHashSet();
    }
}
