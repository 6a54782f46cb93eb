using System.Globalization;
using System.Text;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Generation;
using SocketSetup.Oracle.Tree;

namespace SocketSetup.Oracle.Running;

/// <summary>Counts what the programs were made of and how they came out.</summary>
internal sealed class Statistics
{
    private readonly Dictionary<Outcome, int> outcomes = [];
    private readonly Dictionary<Feature, FeatureCount> features = [];
    private int reports;

    /// <summary>The programs that something was said of.</summary>
    public int Accepted => outcomes.Where(count => count.Key != Outcome.Rejected).Sum(count => count.Value);

    public void Add(ProgramTree program, Verdict verdict, bool isFailure)
    {
        outcomes[verdict.Outcome] = outcomes.GetValueOrDefault(verdict.Outcome) + 1;
        if (verdict.Outcome == Outcome.Rejected)
            return;
        bool hasReport = !verdict.Expected.IsEmpty;
        reports += hasReport ? 1 : 0;
        foreach (Feature feature in FeatureScan.Of(program))
        {
            FeatureCount count = features.GetValueOrDefault(feature, new FeatureCount(0, 0, 0));
            features[feature] = new FeatureCount(count.Programs + 1, count.Reports + (hasReport ? 1 : 0), count.Failures + (isFailure ? 1 : 0));
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Accepted} programs, {reports} with a report, {Accepted - reports} with none\n");
        foreach ((Outcome outcome, int count) in outcomes.OrderBy(entry => entry.Key))
            text.Append(CultureInfo.InvariantCulture, $"  {outcome}: {count}\n");
        text.Append("| feature | programs | with a report | with none | failures |\n|---|---|---|---|---|\n");
        foreach ((Feature feature, FeatureCount count) in features.OrderBy(entry => entry.Key))
            text.Append(CultureInfo.InvariantCulture, $"| {feature} | {count.Programs} | {count.Reports} | {count.Programs - count.Reports} | {count.Failures} |\n");
        return text.ToString();
    }

    private sealed record FeatureCount(int Programs, int Reports, int Failures);
}
