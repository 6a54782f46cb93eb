using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>
/// One case of a <c>.fixes</c> file: <c>== name|key|kind|framework|address_reuse</c>, a source, <c>----</c>, and the same
/// after the action of that key has been applied wherever it is offered. Kinds: statements of a method, M members,
/// F types, T top-level statements.
/// </summary>
internal sealed record RepairCase(string Name, string Key, string Kind, string Framework, string AddressReuse, string Before, string After)
{
    public static IEnumerable<RepairCase> All =>
        from file in (string[])["every-repair", "positions-of-the-rest"]
        from chunk in Regex.Split(Repository.Read($"tests/Analyzer.Tests/Fixes/{file}.fixes"), @"(?m)^== ").Skip(1)
        let lines = chunk.Split('\n', 2)
        let head = (string[])[.. lines[0].Split('|'), "", "", ""]
        let sides = Regex.Split(lines[1].TrimEnd('\n'), @"\n----\n")
        select new RepairCase(head[0], head[1], head[2], head[3], head[4], sides[0], sides[1]);

    public string Rule => Key.Split('.')[0];

    public SettingsOfTheBuild Settings => new(Framework switch { "" => "net8.0", "none" => "", _ => Framework }, AddressReuse.Length == 0 ? null : AddressReuse);

    public string Source(Writing writing) => Whole(Before, writing);

    public string Fixed(Writing writing) => Whole(After, writing);

    private string Whole(string text, Writing writing)
    {
        string code = WithSharingTakenBack(text)
            .Replace("NEW", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)", StringComparison.Ordinal)
            .Replace("REUSE", "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", StringComparison.Ordinal);
        return writing.Of(writing.Usings + writing.Named(Kind switch
        {
            "M" => "class Server\n{\n" + Indent(code, "\t") + "\n}\n",
            "F" => code + "\n",
            "T" => code,
            _ => "class Server\n{\n\tstatic int Number() => 1;\n\tvoid Run(bool a, bool b, int n, IPEndPoint e)\n\t{\n" + Indent(code, "\t\t") + "\n\t}\n}\n",
        }));
    }

    /// <summary>Fills in <c>BACK x.</c>, the statement that takes sharing back; <c>{}</c> is the space behind it.</summary>
    public static string WithSharingTakenBack(string text) => Regex.Replace(text, @"BACK (\S*?)(\{\}|(?= |$))", match => Back(match.Groups[1].Value) + (match.Groups[2].Length > 0 ? " " : ""), RegexOptions.Multiline);

    private static string Back(string socket) =>
        $"if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid()) {socket}SetRawSocketOption(1, 15, new byte[4]); else if (!OperatingSystem.IsWindows()) {socket}SetRawSocketOption(0xffff, 0x200, new byte[4]);";

    private static string Indent(string code, string indentation) => Regex.Replace(code, @"(?m)^(?=[^#\n])", indentation);
}
