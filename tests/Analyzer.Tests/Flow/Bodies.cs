namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Every kind of body is looked at.</summary>
public sealed class Bodies
{
    private const string Listen = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp); [|s.Bind(new IPEndPoint(IPAddress.Any, 80))|]; s.Accept();";

    [Theory]
    [InlineData("void Method() { " + Listen + " }")]
    [InlineData("async Task Method() { " + Listen + " await Task.Yield(); }")]
    [InlineData("IEnumerable<int> Method() { " + Listen + " yield return 1; }")]
    [InlineData("public Server() { " + Listen + " }")]
    [InlineData("static Server() { " + Listen + " }")]
    [InlineData("~Server() { " + Listen + " }")]
    [InlineData("int Property { get { " + Listen + " return 1; } }")]
    [InlineData("int Property { set { " + Listen + " } }")]
    [InlineData("int Property { init { " + Listen + " } }")]
    [InlineData("int this[int index] { get { " + Listen + " return 1; } }")]
    [InlineData("event Action Event { add { " + Listen + " } remove { } }")]
    [InlineData("public static Server operator +(Server one, Server other) { " + Listen + " return one; }")]
    [InlineData("public static implicit operator int(Server one) { " + Listen + " return 1; }")]
    [InlineData("Action field = () => { " + Listen + " };")]
    [InlineData("static Action field = delegate { " + Listen + " };")]
    [InlineData("Action Property { get; } = () => { " + Listen + " };")]
    [InlineData("Action Property => () => { " + Listen + " };")]
    [InlineData("Server(Action action) { } public Server() : this(() => { " + Listen + " }) { }")]
    [InlineData("record Record(int Port) { void Run() { " + Listen + " } }")]
    [InlineData("struct Struct { void Run() { " + Listen + " } }")]
    [InlineData("interface IInterface { void Run() { " + Listen + " } }")]
    [InlineData("unsafe void Method() { fixed (char* p = \"x\") { " + Listen + " } }")]
    public Task Of_members_are(string member) => Verify.Members(member);

    [Fact]
    public async Task Of_top_level_statements_are()
    {
        var test = Verify.Analyzer("net8.0", """
            using System.Net;
            using System.Net.Sockets;

            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            [|s.Bind(new IPEndPoint(IPAddress.Any, 80))|];
            Serve();
            void Serve() => s.Accept();
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Without_braces_are() => Verify.Members("""
        Socket s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        void Bind() => s.Bind(new IPEndPoint(IPAddress.Any, 80));
        void Local() { void Run() => s.Bind(null); Run(); }
        Action Property => () => s.Bind(null);
        """);
}
