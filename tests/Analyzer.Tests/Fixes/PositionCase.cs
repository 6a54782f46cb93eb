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

    /// <summary>The text with the names in it that are not imported qualified.</summary>
    public string Named(string text) => Imports ? text : Regex.Replace(
        text,
        @"(?<![.\w])(?:(?<sockets>SocketOptionLevel|SocketOptionName|ProtocolType|TcpListener|TcpClient|UdpClient|MulticastOption|UnixDomainSocketEndPoint)|(?<net>IPEndPoint|IPAddress)|(?<system>OperatingSystem))\b",
        match => $"global::System.{(match.Groups["sockets"].Success ? "Net.Sockets." : match.Groups["net"].Success ? "Net." : "")}{match.Value}");

    public string Of(string text) => text.Replace("\t", Indentation, StringComparison.Ordinal).Replace("\n", LineBreak, StringComparison.Ordinal);
}

/// <summary>
/// One case of a <c>.positions</c> file: <c>== name|kind|not</c>, then texts with <c>----</c> between, the first of which
/// is the source, with what is to be found in <c>[|…|]</c>, and the others what actions make of it. Words in capitals are
/// filled in by the action, and <c>{}</c> is the space behind a statement that shares its line. Kinds: statements of a
/// method, M members, K members where blocks open at the end of a line, F types, T top-level statements. Behind
/// <c>not</c> stand the actions that the case is not for.
/// </summary>
internal sealed record PositionCase(string Name, string Kind, string Not, IReadOnlyList<string> Texts)
{
    public static IEnumerable<PositionCase> In(string file) =>
        from chunk in Regex.Split(Repository.Read($"tests/Analyzer.Tests/Fixes/{file}.positions"), @"(?m)^== ").Skip(1)
        let lines = chunk.Split('\n', 2)
        let head = (string[])[.. lines[0].Split('|'), "", ""]
        select new PositionCase(head[0], head[1], head[2], Regex.Split(lines[1].TrimEnd('\n'), @"\n----\n"));

    public bool IsFor(PositionAction action) => !Not.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Any(prefix => action.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A text as a whole file.</summary>
    public string File(string text, Writing writing) => Marked(text, writing).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    /// <summary>The same, with the marks.</summary>
    public string Marked(string text, Writing writing) => writing.Of(writing.Usings + writing.Named(Whole(text)));

    private string Whole(string code) => Kind switch
    {
        "M" => "class Server\n{\n" + Indent(code, "\t") + "\n}\n",
        "K" => "class Server {\n" + code + "\n}\n",
        "F" => code + "\n",
        "T" => code,
        _ => "class Server\n{\n\tSocket f;\n\tvoid Run(bool a, bool b, System.Net.IPEndPoint e)\n\t{\n" + Indent(code, "\t\t") + "\n\t}\n}\n",
    };

    private static string Indent(string code, string indentation) => Regex.Replace(code, @"(?m)^(?=[^#\n])", indentation);
}
