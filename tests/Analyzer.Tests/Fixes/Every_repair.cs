namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>What each repair of each rule makes of a file, to the byte.</summary>
public sealed class Every_repair
{
    private static readonly Dictionary<string, RepairCase> Cases = RepairCase.All.ToDictionary(one => $"{one.Key} {one.Name}");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Makes_of_all_places_at_once_what_it_should(string name) => Of(Cases[name]).AllAtOnce();

    [Theory]
    [MemberData(nameof(Names))]
    public Task Makes_the_same_one_by_one(string name) => Of(Cases[name]).OneByOne();

    private static Trial Of(RepairCase one) => new(one.Key, one.Settings, one.Source, one.Fixed);
}
