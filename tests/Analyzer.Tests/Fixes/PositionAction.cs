namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>An action, or one of the edits that it chooses from, and how the cases of the positions are told for it.</summary>
/// <param name="Name">Its key, and behind a comma which edit.</param>
/// <param name="File">The file of cases.</param>
/// <param name="Source">Makes the code of a case one that the rule reports.</param>
/// <param name="Result">What the action makes of a case.</param>
internal sealed record PositionAction(string Name, string File, Func<string, string> Source, Func<PositionCase, string> Result)
{
    public static IReadOnlyList<PositionAction> All => [.. BindActions.All, .. SetActions.All, .. CreationActions.All];

    public string Key => Name.Split(',')[0];

    public SettingsOfTheBuild Settings { get; init; } = new();

    /// <summary>What the file declares besides.</summary>
    public string Types { get; init; } = "";

    public IEnumerable<PositionCase> Cases => PositionCase.In(File).Where(one => one.IsFor(this));

    public string Marked(PositionCase one, Writing writing) => one.Marked(Source(one.Texts[0]), writing) + writing.Of(Types);

    public Trial Trial(PositionCase one) => new(
        Key,
        Settings,
        writing => one.File(Source(one.Texts[0]), writing) + writing.Of(Types),
        writing => one.File(Result(one), writing) + writing.Of(Types));
}
