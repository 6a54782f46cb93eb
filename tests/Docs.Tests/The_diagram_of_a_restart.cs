using System.Xml.Linq;
using RestartLab.Experiments;
using SocketSetup.Pictures;

namespace SocketSetup.Docs.Tests;

/// <summary>The drawn states and outcomes are those that the lab produces and sees.</summary>
public sealed class The_diagram_of_a_restart
{
    private const string Picture = "docs/images/restart.svg";

    private static readonly Recording Recording = Recording.Read(Repository.Root);

    [Fact]
    public void Shows_for_each_way_to_go_the_states_and_what_comes_of_a_restart()
    {
        string[] expected =
        [
            .. Panel("closed", Leftover.TimeWait, Grid("zero", Leftover.TimeWait), Grid("tcp", Leftover.TimeWait)),
            .. Panel("CLOSE_WAIT", Leftover.FinWait2, Grid("zero", Leftover.FinWait2), Grid("tcp", Leftover.FinWait2)),
            .. Panel("ESTABLISHED", Leftover.Established, Grid("zero", Leftover.Established), Grid("tcp", Leftover.Established)),
            .. Panel("TIME_WAIT", Leftover.ClientFirst, Answer("zero"), Answer("tcp")),
        ];

        Assert.Equal(expected, Texts("s"));
    }

    [Fact]
    public void Has_a_panel_for_each_way_to_go() =>
        Assert.Equal(["The server closes first", "The server is killed", "A child still serves the client", "The client closes first"], Texts("h"));

    [Fact]
    public void Stands_on_a_page() => Assert.Contains("](images/restart.svg)", Repository.Read("docs/questions.md"), StringComparison.Ordinal);

    /// <summary>Both begin established; then come the client's end, the server's, and the two outcomes.</summary>
    private static string[] Panel(string client, Leftover leftover, string without, string with) =>
        ["ESTABLISHED", "ESTABLISHED", client, NameOf(leftover), without, with];

    private static string NameOf(Leftover leftover) =>
        leftover.State is null ? "closed" : leftover.Name.Replace("wait-2", "wait2", StringComparison.Ordinal).Replace('-', '_').ToUpperInvariant();

    private static string Grid(string setUp, Leftover leftover) => Recording.Row($"{setUp}/none").Seen(leftover.Name);

    private static string Answer(string setUp) => Recording.Row($"leftover/{setUp}-{Leftover.ClientFirst.Name}").Seen(Question.Answer);

    private static IEnumerable<string> Texts(string kind) =>
        XDocument.Parse(Repository.Read(Picture)).Descendants().Where(element => element.Name.LocalName == "text" && element.Attribute("class")?.Value == kind).Select(element => element.Value);
}
