using System.Text.RegularExpressions;

namespace SocketSetup.Analyzers.Tests.Cases;

/// <summary>
/// One case of a <c>.cases</c> file: <c>== name|kind|framework|options</c>, then its source. Kinds: B statements of a
/// method, A of an async one, M members of a class, F a file after the usual usings, R a file as it is.
/// <c>[|…|]</c> marks SOCK001, <c>{|2:…|}</c> SOCK002 and so on, <c>//msg:</c> a part of a message or its places.
/// </summary>
internal sealed record CaseFile(string Set, string Name, string Kind, string Framework, string Options, string Text)
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Net;\nusing System.Net.Sockets;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing System.Runtime.InteropServices;\n";
    private const string Parameters = "bool a, bool b, bool c, IPEndPoint ep, EndPoint any, int port, Socket given";
    private const string Others = "static Socket Make() => throw null;\n static extern void Source(object o);\n static extern void SourceA(Action o);\n}\n";

    public static IEnumerable<CaseFile> All => Repository.Files("tests/Analyzer.Tests/Cases", "*.cases").Order().SelectMany(Load);

    /// <summary>Its sources, marked up.</summary>
    public IEnumerable<string> Sources => Regex.Split(Text, @"(?m)^----FILE\n").Select(part => Wrap(Regex.Replace(part, @"(?m)^//msg:.*\n?", "")));

    public IEnumerable<string> Messages => Regex.Matches(Text, @"(?m)^//msg:(.*)$").Select(match => match.Groups[1].Value.Trim());

    /// <summary>The team's choice: <c>reuse</c>, which SOCK006 says nothing about, unless an option <c>address_reuse=…</c> says otherwise.</summary>
    public string? AddressReuse => Regex.Match(Options, @"address_reuse=(\w*)") is { Success: true } chosen ? chosen.Groups[1].Value : "reuse";

    /// <summary>An option <c>new</c>: its syntax is newer than the oldest compiler that the tests run on.</summary>
    public bool IsNewSyntax => Options.Split(' ').Contains("new");

    public override string ToString() => $"{Set}: {Name}";

    private static IEnumerable<CaseFile> Load(string path)
    {
        foreach (string chunk in Regex.Split(File.ReadAllText(path).ReplaceLineEndings("\n"), @"(?m)^== +").Skip(1))
        {
            string[] lines = chunk.Split('\n', 2);
            string[] head = [.. lines[0].Split('|').Select(part => part.Trim()), "", "", ""];
            string text = lines[1].TrimEnd()
                .Replace("NEWTCP", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)", StringComparison.Ordinal)
                .Replace(".SETR", ".SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)", StringComparison.Ordinal);
            yield return new CaseFile(Path.GetFileNameWithoutExtension(path), head[0], head[1] is "" ? "B" : head[1], head[2] is "" ? "net8.0" : head[2], head[3], text);
        }
    }

    private string Wrap(string text) => Kind switch
    {
        "B" => $"{Usings}class Server {{\n static unsafe void Run({Parameters})\n {{\n{text}\n }}\n {Others}",
        "A" => $"{Usings}class Server {{\n static async Task Run({Parameters})\n {{\n{text}\n }}\n {Others}",
        "M" => $"{Usings}class Server {{\n{text}\n}}\n",
        "F" => Usings + text,
        "R" => text,
        _ => throw new InvalidOperationException($"{this} is of no known kind: {Kind}"),
    };
}
