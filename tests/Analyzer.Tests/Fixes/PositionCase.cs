using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>How a file is written: its line breaks, its indentation, whether it imports the namespaces.</summary>
internal sealed record Writing(string LineBreak, string Indentation, bool Imports)
{
    public static IEnumerable<Writing> All =>
        from lineBreak in (string[])["\n", "\r\n"]
        from indentation in (string[])["\t", "    "]
        from imports in (bool[])[true, false]
        select new Writing(lineBreak, indentation, imports);

    /// <summary>Enough to name a socket, and nothing that an edit writes.</summary>
    private const string Aliases = "using Socket = System.Net.Sockets.Socket;\nusing AddressFamily = System.Net.Sockets.AddressFamily;\nusing SocketType = System.Net.Sockets.SocketType;\nusing SocketException = System.Net.Sockets.SocketException;\n";

    public string Usings => Imports ? "using System;\nusing System.Net;\nusing System.Net.Sockets;\n" : Aliases;

    public string Name(string space, string name) => Imports ? name : $"global::{space}.{name}";

    public string Of(string text) => text.Replace("\t", Indentation, StringComparison.Ordinal).Replace("\n", LineBreak, StringComparison.Ordinal);
}

/// <summary>
/// One case of the <c>.positions</c> file: <c>== name|kind</c>, a source with its binds in <c>[|…|]</c>, <c>----</c>, and
/// the same after the fix, in which <c>SET x.</c> stands for the statement that the action writes for the socket, and
/// <c>{}</c> for the space behind one that shares its line. Kinds: statements of a method, M members, K members where
/// blocks open at the end of a line, F types, T top-level statements.
/// </summary>
internal sealed record PositionCase(string Name, string Kind, string Before, string After)
{
    public static IEnumerable<PositionCase> All =>
        from chunk in Regex.Split(Repository.Read("tests/Analyzer.Tests/Fixes/before-a-bind.positions"), @"(?m)^== ").Skip(1)
        let lines = chunk.Split('\n', 2)
        let head = lines[0].Split('|')
        let sides = Regex.Split(lines[1].TrimEnd('\n'), @"\n----\n")
        select new PositionCase(head[0], head.ElementAtOrDefault(1) ?? "", sides[0], sides[1]);

    public string Source(Writing writing, string protocol) => Whole(Before.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), writing, protocol);

    public string Fixed(Writing writing, string protocol, Func<string, string> set) =>
        Whole(Regex.Replace(After, @"SET ([^\s{]*)(\{\})?", match => set(match.Groups[1].Value) + (match.Groups[2].Length > 0 ? " " : "")), writing, protocol);

    public int Binds => Regex.Count(Before, @"\[\|");

    private string Whole(string text, Writing writing, string protocol)
    {
        string code = text.Replace("NEW", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, PROTOCOL)", StringComparison.Ordinal).Replace("PROTOCOL", protocol, StringComparison.Ordinal);
        return writing.Of(writing.Usings + Kind switch
        {
            "M" => "class Server\n{\n" + Indent(code, "\t") + "\n}\n",
            "K" => "class Server {\n" + code + "\n}\n",
            "F" => code + "\n",
            "T" => code,
            _ => "class Server\n{\n\tSocket f;\n\tvoid Run(bool a, bool b, System.Net.IPEndPoint e)\n\t{\n" + Indent(code, "\t\t") + "\n\t}\n}\n",
        });
    }

    private static string Indent(string code, string indentation) => Regex.Replace(code, @"(?m)^(?=[^#\n])", indentation);
}
