using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SocketSetup.Analyzers.Tests.Fixes;

/// <summary>Nothing comes after it, not even the semicolon that the fix would take along; or it stands where no call can.</summary>
public sealed class A_set_in_a_half_typed_file
{
    private const string Both = "class Server { void Run(IPEndPoint e) { var s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); s.ExclusiveAddressUse = true";

    [Theory]
    [InlineData(Both)]
    [InlineData(Both + "\n")]
    [InlineData(Both + " // mine")]
    [InlineData(Both + ";")]
    [InlineData("class Server { void Run(Socket l) { var c = l.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true")]
    [InlineData("class Server { void Run(Socket l) { var c = l.Accept(); c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)")]
    [InlineData("class Server { Socket c; void Run(Socket l) { c = l.Accept(); Later(); } void Later() => c.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)")]
    [InlineData("class Server { void Run(Socket given) { var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, Probool a) { given.Accept().SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); } } }")]
    [InlineData("class Server { void Run(Socket given) { var s = new Server { given.Accept().SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true) }; } }")]
    public async Task Is_removed_or_left_without_an_exception(string members)
    {
        string code = "using System.Net;\nusing System.Net.Sockets;\n" + members;
        using var run = FixRun.Of(new SettingsOfTheBuild(), code);
        foreach (Diagnostic diagnostic in await run.DiagnosticsAsync())
        {
            foreach (CodeAction action in await run.ActionsAsync(diagnostic))
                Assert.NotEmpty(await action.GetOperationsAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Goes_as_one_in_the_middle_does()
    {
        using var run = FixRun.Of(new SettingsOfTheBuild(), "using System.Net;\nusing System.Net.Sockets;\n" + Both);
        Diagnostic contradiction = Assert.Single(await run.DiagnosticsAsync(), diagnostic => diagnostic.Id == "SOCK005");
        await run.ApplyAsync((await run.ActionsAsync(contradiction))[0]);
        Assert.EndsWith("ReuseAddress, true);", (await run.TextAsync()).TrimEnd(), StringComparison.Ordinal);
    }
}
