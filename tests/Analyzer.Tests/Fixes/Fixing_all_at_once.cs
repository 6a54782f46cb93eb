using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Fix All does in one pass, and nowhere else, what the actions do one by one.</summary>
public sealed class Fixing_all_at_once
{
    private const string Create = "new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)";

    [Theory]
    [InlineData(FixAllScope.Document, "0")]
    [InlineData(FixAllScope.Project, "0 1")]
    [InlineData(FixAllScope.Solution, "0 1 2 3")]
    public async Task Keeps_to_its_scope(FixAllScope scope, string documents)
    {
        SourceText[] project = [SourceText.From(File("A", Create)), SourceText.From(File("B", Create))];
        foreach (string key in (string[])["SOCK001.repair", "SOCK001.reuse", "SOCK001.reuse_except_windows", "SOCK001.exclusive"])
        {
            using var run = FixRun.Of(new SettingsOfTheBuild(), project, project);
            Assert.Equal(8, await Count(run));
            Assert.True(await run.FixAllAsync(key, scope));
            var changed = new List<int>();
            for (int document = 0; document < 4; document++)
            {
                if (await run.TextAsync(document) != project[document % 2].ToString())
                    changed.Add(document);
            }
            Assert.Equal(documents, string.Join(" ", changed));
            Assert.Equal(8 - (2 * changed.Count), await Count(run));
            Assert.Empty(await run.CompilerErrorsAsync());
        }
    }

    [Fact]
    public async Task Does_nothing_for_a_key_that_is_no_actions()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild(), File("A", Create));
        Assert.False(await run.FixAllAsync("SOCK001.nothing"));
        Assert.Equal(File("A", Create), await run.TextAsync());
    }

    [Fact]
    public async Task Leaves_the_places_where_an_alternative_is_not_offered()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild(), File("A", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, protocol)"));
        Assert.True(await run.FixAllAsync("SOCK001.exclusive"));
        Assert.Equal(1, await Count(run));
        Assert.False(await run.FixAllAsync("SOCK001.exclusive"));
        Assert.True(await run.FixAllAsync("SOCK001.repair"));
        Assert.Equal(0, await Count(run));
    }

    [Fact]
    public async Task Chooses_its_edit_per_place()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild(addressReuse: "exclusive"), File("A", "new Socket(AddressFamily.InterNetwork, SocketType.Stream, protocol)"));
        Assert.True(await run.FixAllAsync("SOCK001.repair"));
        Assert.Contains("\t\tif (!System.OperatingSystem.IsWindows()) s.Set", (await run.TextAsync()).Replace("global::", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\t\tt.ExclusiveAddressUse = true;\n", await run.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Count(run));
    }

    [Fact]
    public async Task Makes_one_insert_for_creations_that_several_binds_share()
    {
        string source = Whole("s", $$"""
            {{"\t\t"}}Socket s;
            {{"\t\t"}}if (a) s = new Socket(AddressFamily.Unix, SocketType.Stream, 0);
            {{"\t\t"}}else
            {{"\t\t"}}	s = {{Create}};
            {{"\t\t"}}if (a) s.Bind(any); else s.Bind(any);
            """);
        using var run = FixRun.Of(new SettingsOfTheBuild(), source);
        Assert.Equal(2, await Count(run));
        Assert.True(await run.FixAllAsync("SOCK001.repair"));
        Assert.Equal(source.Replace($"\t\t\ts = {Create};\n", $"\t\t{{\n\t\t\ts = {Create};\n\t\t\ts.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);\n\t\t}}\n", StringComparison.Ordinal), await run.TextAsync());
        Assert.Equal(0, await Count(run));
    }

    [Fact]
    public async Task Binds_a_client_after_all_that_is_moved()
    {
        string head = "using System.Net;\nusing System.Net.Sockets;\nclass Server\n{\n\tvoid Run()\n\t{\n\t\tvar u = new UdpClient(";
        string sets = "\t\tu.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); // one\n\t\tu.ExclusiveAddressUse = false; // two\n";
        using var run = FixRun.Of(new SettingsOfTheBuild(), head + "5000);\n\t\tu.EnableBroadcast = true;\n" + sets + "\t}\n}\n");
        Assert.Equal(2, (await run.DiagnosticsAsync()).Count);
        Assert.True(await run.FixAllAsync("SOCK002.repair"));
        Assert.Equal(head + ");\n" + sets + "\t\tu.Client.Bind(new IPEndPoint(IPAddress.Any, 5000));\n\t\tu.EnableBroadcast = true;\n\t}\n}\n", await run.TextAsync());
        Assert.Empty(await run.DiagnosticsAsync());
    }

    private static string File(string type, string create) => Whole(type, $"\t\tvar s = {create}; var t = {Create};\n\t\ts.Bind(e);\n\t\tt.Bind(e); t.Listen(1);");

    private static string Whole(string type, string statements) =>
        $"using System.Net.Sockets;\nclass Server{type}\n{{\n\tvoid Run(bool a, ProtocolType protocol, System.Net.EndPoint any, System.Net.IPEndPoint e)\n\t{{\n{statements}\n\t\ts.Listen(1);\n\t}}\n}}\n";

    private static async Task<int> Count(FixRun run) => (await run.DiagnosticsAsync()).Count(diagnostic => diagnostic.Id == "SOCK001");
}
