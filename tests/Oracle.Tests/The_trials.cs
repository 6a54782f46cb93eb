using Microsoft.CodeAnalysis;
using SocketSetup.Analyzers;
using SocketSetup.Oracle.Trials;

namespace SocketSetup.Oracle.Tests;

/// <summary>The ways to break the analysis on purpose keep up with its source; <c>--trials</c> runs them.</summary>
public sealed class The_trials
{
    public static TheoryData<string> Names => [.. TrialList.All.Select(trial => trial.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_what_they_break(string name)
    {
        Trial trial = TrialList.All.Single(trial => trial.Name == name);
        Assert.NotEqual(AnalyzerSource.Read()[trial.File], AnalyzerSource.Read(trial)[trial.File]);
    }

    [Fact]
    public void Leave_an_analyzer_that_compiles()
    {
        ILookup<Trial, Diagnostic> errors = AnalyzerBuild.Errors([.. TrialList.All, new Trial("none at all", "TextGate.cs", "internal static class", "internal static clas")]);

        Assert.Equal("none at all", Assert.Single(errors).Key.Name);
    }

    [Fact]
    public void Run_on_an_analyzer_that_is_built_from_its_source()
    {
        using var build = new AnalyzerBuild(AnalyzerSource.Read());
        Assert.Equal(new SocketSetupAnalyzer().SupportedDiagnostics.Select(rule => rule.ToString()), build.Create().SupportedDiagnostics.Select(rule => rule.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one one")]
    public void That_find_nothing_or_too_much_name_themselves(string text)
    {
        var trial = new Trial("a name", "File.cs", "one", "two");
        Assert.Contains("a name", Assert.Throws<InvalidOperationException>(() => trial.Break(text)).Message, StringComparison.Ordinal);
    }
}
