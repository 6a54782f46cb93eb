using SocketSetup.Oracle.Execution;

namespace SocketSetup.Oracle.Tests;

/// <summary>Each choice is made both ways, in every combination, once.</summary>
public sealed class Every_path
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    public void Conditions(int conditions, int paths)
    {
        var seen = new List<string>();
        PathsRun? run = PathEnumeration.Run(() => seen.Add(string.Concat(Enumerable.Range(0, conditions).Select(_ => Twin.Ask() ? '1' : '0'))), Bounds.Usual, isIndependent: false);
        Assert.Equal(paths, run?.Paths);
        Assert.Equal(paths, seen.Distinct().Count());
    }

    [Fact]
    public void Turns_of_a_loop()
    {
        var seen = new List<int>();
        PathEnumeration.Run(() => { int turns = 0; while (Twin.Turn(ref turns)) { } seen.Add(turns); }, Bounds.Usual, isIndependent: false);
        Assert.Equal([0, 1, 2], seen.Order());
    }

    [Fact]
    public void Sections_of_a_switch()
    {
        var seen = new List<int>();
        PathEnumeration.Run(() => seen.Add(Twin.Pick(3)), Bounds.Usual, isIndependent: false);
        Assert.Equal([0, 1, 2], seen.Order());
    }

    [Fact]
    public void Exceptions_inside_a_try_only()
    {
        Assert.Equal(1, PathEnumeration.Run(Twin.Point, Bounds.Usual, isIndependent: false)?.Paths);
        Assert.Equal(2, PathEnumeration.Run(() => { Twin.EnterTry(); Twin.Point(); }, Bounds.Usual, isIndependent: false)?.Paths);
    }

    [Fact]
    public void Too_many_are_given_up() =>
        Assert.Null(PathEnumeration.Run(() => { for (int i = 0; i < 7; i++) Twin.Ask(); }, Bounds.Usual, isIndependent: false));
}
