namespace SocketSetup.Analyzers.Rules;

/// <summary>The ids of the rules, as they stand in .editorconfig, in SARIF and in docs/rules.</summary>
public static class RuleIds
{
    /// <summary>Listening socket is bound without ReuseAddress.</summary>
    public const string BoundWithoutReuseAddress = "SOCK001";

    /// <summary>Address option is set after the socket is bound.</summary>
    public const string SetAfterBind = "SOCK002";
}
