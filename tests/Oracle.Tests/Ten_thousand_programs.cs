using SocketSetup.Analyzers;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Running;

namespace SocketSetup.Oracle.Tests;

/// <summary>The analyzer reports what the paths show: each pair of a creation and a bind, each late set, and nothing else.</summary>
public sealed class Ten_thousand_programs
{
    [Fact]
    public void The_analyzer_and_the_execution_agree()
    {
        var run = new OracleRun(Arguments.Default with { Count = 10_000, Seed = 20_261 }, () => new SocketSetupAnalyzer());
        run.Run();
        TestContext.Current.TestOutputHelper?.WriteLine(run.Statistics.ToString());
        Finding? smallest = run.Smallest().MinBy(finding => finding.ToString().Length);
        Assert.True(smallest is null, $"{run.Failures.Count} programs disagree. The smallest found:\n{smallest}");
    }
}
