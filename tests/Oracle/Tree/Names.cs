namespace SocketSetup.Oracle.Tree;

/// <summary>
/// Names of members and types end in a mark that each printed program replaces by its own letters. So no other file of
/// the compilation mentions them: where many do, the analyzer gives up looking for those who use what is not private.
/// </summary>
internal static class Names
{
    public const string Mark = "§";

    public static string Member(string name) => name + Mark;
}
