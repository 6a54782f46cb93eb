using System.Text.RegularExpressions;
using SocketSetup.Analyzers.CodeFixes;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Every action writes the same into every position and every writing: right to the byte.</summary>
public sealed class Every_action_in_every_position
{
    private static readonly IReadOnlyList<PositionAction> Actions = PositionAction.All;

    private static readonly Dictionary<(string, string), Trial> Trials =
        (from action in Actions from one in action.Cases where !IsNewSyntax(action, one) select (Key: (action.Name, one.Name), Trial: action.Trial(one))).ToDictionary(one => one.Key, one => one.Trial);

    public static TheoryData<string, string> Matrix => [.. Trials.Keys];

    [Theory]
    [MemberData(nameof(Matrix))]
    public Task Does_what_it_should_and_nothing_else(string action, string position) => Trials[(action, position)].AllAtOnce();

    [Theory]
    [MemberData(nameof(Matrix))]
    public Task Does_the_same_one_by_one(string action, string position) => Trials[(action, position)].OneByOne();

    [Fact]
    public void Is_tried() => Assert.Equal(
        RepairTable.DiagnosticIds.SelectMany(RepairTable.For).Select(repair => repair.EquivalenceKey).Order(StringComparer.Ordinal),
        Actions.Select(action => action.Key).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Is_tried_in_each_position_or_cannot_come_there()
    {
        string[] names = [.. Actions.Select(action => action.Name).Distinct()];
        HashSet<(string Action, string Position)> tried = [.. from action in Actions from one in action.Cases from position in Positions.In(action.Marked(one, Writing.All.First()), action.Settings) select (action.Name, position)];
        if (Compiler.IsFloor)
            tried.UnionWith(from action in Actions where action.Cases.Any(one => IsNewSyntax(action, one)) select (action.Name, "conditional access"));
        HashSet<(string Action, string Position)> excused = [.. from excuse in Excuses from name in names where excuse.IsFor(name) from position in excuse.Positions select (name, position)];
        string missing = Listed(from name in names from position in Positions.All where !tried.Contains((name, position)) && !excused.Contains((name, position)) select (name, position));
        Assert.True(missing.Length == 0, missing);
        string needless = Listed(excused.Where(tried.Contains));
        Assert.True(needless.Length == 0, needless);
        Assert.Empty(tried.Select(one => one.Position).Except(Positions.All));
        Assert.Empty(excused.Select(one => one.Position).Except(Positions.All));
    }

    /// <summary>An assignment behind <c>?.</c>, which the oldest compiler under test cannot read.</summary>
    private static bool IsNewSyntax(PositionAction action, PositionCase one) =>
        Compiler.IsFloor && Regex.IsMatch(action.Marked(one, Writing.All.First()), @"\?(\[\|)?\.\w+ = ");

    private static string Listed(IEnumerable<(string Action, string Position)> pairs) => string.Join("\n", pairs.Select(pair => $"{pair.Action} | {pair.Position}"));

    /// <summary>Lines of actions, positions, and why the one cannot come where the other says; a star stands for the rest of a name.</summary>
    private static IEnumerable<Excuse> Excuses =>
        from line in Repository.Read("tests/Analyzer.Tests/Fixes/positions-that-cannot-be.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Split(" | ")
        select new Excuse(parts[0].Split("; "), parts[1].Split("; "), parts[2]);

    private sealed record Excuse(IReadOnlyList<string> Actions, IReadOnlyList<string> Positions, string Reason)
    {
        public bool IsFor(string action) => Actions.Any(name => name.EndsWith('*') ? action.StartsWith(name[..^1], StringComparison.Ordinal) : action == name);
    }
}
