namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Lambdas and local functions: bodies of their own, and what they may do to the variables around them.</summary>
public sealed class Nested_functions
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true)";
    private const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    [Theory]
    [InlineData("Action run = () => { " + Create + " [|s.Bind(endPoint)|]; s.Accept(); };")]
    [InlineData("Task.Run(async () => { " + Create + " [|s.Bind(endPoint)|]; await s.AcceptAsync(); });")]
    [InlineData("void Run() { " + Create + " [|s.Bind(endPoint)|]; s.Accept(); }")]
    [InlineData("void Run() { Action inner = delegate { " + Create + " [|s.Bind(endPoint)|]; s.Accept(); }; } Run();")]
    public Task Are_bodies_of_their_own(string statements) => Verify.Body(statements);

    [Fact]
    public Task Throw_to_their_own_handlers() => Verify.Body($$"""
        try
        {
            Action run = () =>
            {
                {{Create}}
                try { [|s.Bind(endPoint)|]; } finally { Thread.Sleep(1); }
                s.Accept();
            };
            run();
        }
        catch (SocketException) { Thread.Sleep(2); }
        finally { Thread.Sleep(3); }
        """);

    [Theory]
    [InlineData("Task.Run(() => s.Accept());")]
    [InlineData("Action serve = () => s.Listen(10); serve();")]
    [InlineData("void Serve() { s.Accept(); } Serve();")]
    [InlineData("new Thread(() => { while (true) { var t = s; t.Accept(); } }).Start();")]
    public Task May_be_what_shows_that_it_listens(string evidence) => Verify.Body($"""
        {Create}
        [|s.Bind(endPoint)|];
        {evidence}
        """);

    [Theory]
    [InlineData("CancellationToken.None.Register(() => s.Close());")]
    [InlineData("CancellationToken.None.Register(() => s?.Dispose());")]
    [InlineData("Console.CancelKeyPress += (_, _) => s.Close();")]
    [InlineData("Action close = () => s.Close();")]
    [InlineData("Func<bool> ready = () => s != null && s.IsBound;")]
    [InlineData("void Stop() => s.Close();")]
    public Task That_only_use_the_socket_decide_nothing(string function) => Verify.Body($"""
        {Create}
        {function}
        [|s.Bind(endPoint)|];
        s.Listen(10);
        """);

    [Theory]
    [InlineData("Action decide = () => s." + Reuse + "; decide();")]
    [InlineData("Task.Run(() => s." + Reuse + ").Wait();")]
    [InlineData("void Decide() { s." + Reuse + "; } Decide();")]
    [InlineData("void Decide() { var t = s; t.ExclusiveAddressUse = true; } Decide();")]
    [InlineData("void Decide() { void Inner() => s." + Reuse + "; Inner(); } Action run = Decide; run();")]
    [InlineData("Func<Socket> get = () => s; Func<Socket> same = get; same().ExclusiveAddressUse = true;")]
    [InlineData("Func<object> hold = () => new { s }; GC.KeepAlive(hold);")]
    [InlineData("Action decide = () => given = s; decide(); given." + Reuse + ";")]
    public Task That_may_decide_silence_the_bind(string function) => Verify.Body($"""
        {Create}
        {function}
        s.Bind(endPoint);
        s.Listen(10);
        """);

    [Fact]
    public Task A_local_function_that_nobody_calls_decides_nothing() => Verify.Body($$"""
        {{Create}}
        [|s.Bind(endPoint)|];
        s.Listen(10);
        void Decide() { s.{{Reuse}}; }
        """);

    [Fact]
    public Task A_lambda_made_before_the_socket_decides_when_it_runs() => Verify.Body($"""
        Socket s = null;
        Action decide = () => s.{Reuse};
        s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        decide();
        s.Bind(endPoint);
        s.Listen(10);
        """);

    [Fact]
    public Task A_lambda_that_replaces_the_socket_ends_what_is_known() => Verify.Body($$"""
        {{Create}}
        s.Bind(endPoint);
        Action renew = () => s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        renew();
        s.{{Reuse}};
        """);

    [Fact]
    public Task A_lambda_that_leaves_takes_the_socket_with_it() => Verify.FileWithUsings($$"""
        interface IScheduler { void Run(Action action); }
        class Server
        {
            void Run(IScheduler scheduler, IPEndPoint endPoint)
            {
                {{Create}}
                scheduler.Run(() => s.Listen(10));
                s.Bind(endPoint);
            }
        }
        """);
}
