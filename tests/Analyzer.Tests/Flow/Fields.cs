namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Fields and auto-properties within one body, and the evidence of listening around it.</summary>
public sealed class Fields
{
    private const string Create = "listener = new Socket(SocketType.Stream, ProtocolType.Tcp);";

    [Theory]
    [InlineData("Socket listener;")]
    [InlineData("static Socket listener;")]
    [InlineData("Socket listener { get; set; }")]
    [InlineData("static Socket listener { get; set; }")]
    [InlineData("protected internal Socket listener { get; private set; }")]
    public Task Are_followed_like_locals(string declaration) => Verify.Members($$"""
        {{declaration}}
        void Run(IPEndPoint endPoint)
        {
            {{Create}}
            [|listener.Bind(endPoint)|];
            listener.Listen(10);
        }
        """);

    [Theory]
    [InlineData("virtual Socket listener { get; set; }")]
    [InlineData("Socket listener { get => Configured(); set { } }")]
    public Task With_code_behind_them_are_not(string declaration) => Verify.Members($$"""
        protected {{declaration}}
        extern void Configure(Socket socket);
        Socket Configured() => null;
        void Run(IPEndPoint endPoint)
        {
            {{Create}}
            listener.Bind(endPoint);
            listener.Listen(10);
        }
        """);

    [Theory]
    [InlineData("void Serve() { listener.Listen(10); }")]
    [InlineData("void Serve() { this.listener?.Accept(); }")]
    [InlineData("async Task Serve() { await listener.AcceptAsync(); }")]
    [InlineData("void Serve() => Task.Run(() => listener.BeginAccept(null, null));")]
    [InlineData("void Serve() { var local = listener; local.Accept(); }")]
    [InlineData("class Nested { void Serve(Server server) { server.listener.Accept(); } }")]
    [InlineData("Func<Socket> Serve => listener.Accept;")]
    public Task Are_listened_on_anywhere_in_the_type(string evidence) => Verify.Members($$"""
        Socket listener;
        void Open(IPEndPoint endPoint)
        {
            {{Create}}
            [|listener.Bind(endPoint)|];
        }
        {{evidence}}
        """);

    [Theory]
    [InlineData("void Serve() { other.Listen(10); }")]
    [InlineData("void Serve(Server another) { Listen(10); }")]
    [InlineData("void Serve() { var listener = other; listener.Accept(); }")]
    [InlineData("void Serve() { listener.Connect(null); }")]
    public Task Are_not_listened_on_by_what_is_called_alike(string use) => Verify.Members($$"""
        Socket listener, other;
        void Listen(int backlog) { }
        void Open(IPEndPoint endPoint)
        {
            {{Create}}
            listener.Bind(endPoint);
        }
        {{use}}
        """);

    [Fact]
    public Task Are_listened_on_in_another_part_of_the_type() => Verify.Files(
        """
        using System.Net;
        using System.Net.Sockets;
        partial class Server
        {
            Socket listener;
            void Open(IPEndPoint endPoint)
            {
                listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
                [|listener.Bind(endPoint)|];
            }
        }
        """,
        """
        partial class Server
        {
            void Serve() => listener.Accept();
        }
        """);

    [Fact]
    public Task That_connect_in_the_same_body_are_clients() => Verify.Members($$"""
        Socket listener;
        void Connect(IPEndPoint endPoint)
        {
            {{Create}}
            listener.Bind(endPoint);
            listener.Connect(endPoint);
        }
        void Serve() => listener.Accept();
        """);

    [Theory]
    [InlineData("Configure();")]
    [InlineData("this.Configure();")]
    [InlineData("Indirect();")]
    [InlineData("_ = Configured;")]
    [InlineData("Configured = 1;")]
    [InlineData("Register(this);")]
    [InlineData("_ = new Options(this);")]
    [InlineData("Action configure = Configure; configure();")]
    [InlineData("Task.Run(() => Configure()).Wait();")]
    [InlineData("Changed?.Invoke(null, null);")]
    [InlineData("Overridable();")]
    public Task May_be_reached_by_a_call_on_their_object(string call) => Verify.FileWithUsings(Calling(call, "listener.Bind(endPoint);"));

    [Theory]
    [InlineData("Log();")]
    [InlineData("_ = Port;")]
    [InlineData("Static();")]
    [InlineData("new Server().Log();")]
    [InlineData("GetHashCode();")]
    public Task Are_not_reached_by_a_call_that_does_not_name_them(string call) => Verify.FileWithUsings(Calling(call, "[|listener.Bind(endPoint)|];"));

    [Fact]
    public Task That_hold_a_TCP_and_a_Unix_socket_are_asked_per_creation() => Verify.Members("""
        Socket listener;
        void Open(EndPoint endPoint, bool unix)
        {
            if (unix)
                listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            else
                listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
            listener.Bind(endPoint);
            listener.Listen(10);
        }
        """);

    private static string Calling(string call, string bind) => $$"""
        class Options { public Options(Server server) => server.Configure(); }
        class Server
        {
            Socket listener;
            int port;
            int Port => port;
            event EventHandler Changed;
            int Configured { get { Unseen(listener); return 1; } set { Configure(); } }
            internal void Configure() { Unseen(listener); }
            static extern void Unseen(Socket socket);
            void Indirect() { port = 1; Configure(); }
            void Log() { Console.WriteLine(port); Log(); }
            static void Static() { }
            static void Register(Server server) { server.Indirect(); }
            protected virtual void Overridable() { }
            void Run(IPEndPoint endPoint)
            {
                {{Create}}
                {{call}}
                {{bind}}
                listener.Listen(10);
            }
        }
        """;
}
