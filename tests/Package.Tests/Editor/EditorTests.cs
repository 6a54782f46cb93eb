using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Package.Tests.Editor;

/// <summary>The package in an editor: the services of Roslyn that every editor asks, over a project that restored the package.</summary>
public sealed class EditorTests(OpenProject project) : IClassFixture<OpenProject>
{
    private const string Bind = "listener.Bind(new IPEndPoint(IPAddress.Loopback, 5000))";
    private const string Option = "listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";
    private const string Indentation = "        ";

    /// <summary>What an editor shows of a decision for the option: three dots, since SOCK006 is an information.</summary>
    private static readonly string Shared = "SOCK006 " + Option[..^1];

    [Fact]
    public async Task The_lightbulb_offers_our_actions_in_their_order_and_then_to_suppress_and_to_configure()
    {
        OpenDocument document = project.Open("Program.cs");

        IReadOnlyList<CodeAction> offered = await document.LightbulbAsync(".Bind(");

        Assert.Equal(
            [
                "Set ReuseAddress before Bind (a second instance may share the port)",
                "Set ReuseAddress before Bind, except on Windows (a second instance may share the port elsewhere)",
                "Set ExclusiveAddressUse before Bind (a second instance is refused)",
                "Suppress SOCK001",
                "Configure SOCK001 severity",
                "Configure severity for all 'Reliability' analyzers",
                "Configure severity for all analyzers",
            ],
            offered.Select(action => action.Title));
    }

    [Fact]
    public async Task Each_action_writes_its_lines_before_Bind_and_changes_nothing_else()
    {
        OpenDocument document = project.Open("Program.cs");
        string before = await document.TextAsync();
        string newLine = before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        IReadOnlyList<CodeAction> offered = await document.LightbulbAsync(".Bind(");

        Assert.Equal(With(Option), await document.AfterAsync(offered[0]));
        Assert.Equal(With("if (!global::System.OperatingSystem.IsWindows()) " + Option), await document.AfterAsync(offered[1]));
        Assert.Equal(With("listener.ExclusiveAddressUse = true;"), await document.AfterAsync(offered[2]));

        string With(string line) => before.Replace(Bind, line + newLine + Indentation + Bind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_squiggle_comes_and_goes_with_what_is_typed()
    {
        OpenDocument document = project.Open("Program.cs");
        string before = await document.TextAsync();
        string[] squiggle = ["SOCK001 " + Bind];
        Assert.Equal(squiggle, await document.SquigglesAsync());

        // The option, letter by letter as far as it matters: only the whole call decides.
        string[] typed = ["l", "listener.", "listener.Set", "listener.SetSocketOption(", "listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.", Option[..^2], Option];
        foreach (string part in typed)
        {
            document.Type(before.Replace(Bind, part + "\n" + Bind, StringComparison.Ordinal));
            if (part != Option)
                Assert.All(await document.SquigglesAsync(), one => Assert.Equal(squiggle[0], one));
        }
        Assert.Equal([Shared], await document.SquigglesAsync());

        // Undone, typed again in the wrong place, and moved.
        document.Type(before);
        Assert.Equal(squiggle, await document.SquigglesAsync());
        document.Type(before.Replace(Bind + ";", Bind + ";\n" + Option, StringComparison.Ordinal));
        Assert.Equal(["SOCK002 " + Option[..^1]], await document.SquigglesAsync());
        document.Type(before.Replace(Bind, Option + "\n" + Bind, StringComparison.Ordinal));
        Assert.Equal([Shared], await document.SquigglesAsync());
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_brings_no_exception()
    {
        OpenDocument document = project.Open("Program.cs");
        string before = await document.TextAsync();

        for (int length = before.IndexOf("public static void", StringComparison.Ordinal); length < before.Length; length += 29)
        {
            document.Type(before[..length]);
            await document.SquigglesAsync();
            if (before.IndexOf(".Bind(", StringComparison.Ordinal) < length - 10)
                await document.LightbulbAsync(".Bind(");
        }
    }
}
