namespace SocketSetup.Analyzers.Tests.Rules;

/// <summary>Where the kernel picks a free port, nothing can be in the way.</summary>
public sealed class An_ephemeral_port
{
    [Theory]
    [InlineData("new IPEndPoint(IPAddress.Any, 0)")]
    [InlineData("new IPEndPoint(IPAddress.Any, IPEndPoint.MinPort)")]
    [InlineData("new IPEndPoint(port: 0, address: IPAddress.Any)")]
    [InlineData("(EndPoint)new IPEndPoint(0x0100007f, 0)")]
    [InlineData("new IPEndPoint(IPAddress.Any, Zero)")]
    [InlineData("new IPEndPoint(a ? IPAddress.Any : IPAddress.Loopback, 0)")]
    [InlineData("local")]
    [InlineData("Field")]
    [InlineData("Property")]
    [InlineData("Initialized")]
    public Task Is_silent(string endPoint) => Bind(endPoint, reported: false);

    [Theory]
    [InlineData("new IPEndPoint(IPAddress.Any, 80)")]
    [InlineData("new IPEndPoint(IPAddress.Any, port)")]
    [InlineData("new IPEndPoint(IPAddress.Any, zero)")]
    [InlineData("new IPEndPoint(0, 80)")]
    [InlineData("new IPEndPoint(IPAddress.Any, 0) { Port = 80 }")]
    [InlineData("assigned")]
    [InlineData("changed")]
    [InlineData("Mutable")]
    [InlineData("Settable")]
    [InlineData("Overridable")]
    [InlineData("SetInConstructor")]
    [InlineData("given ?? new IPEndPoint(IPAddress.Any, 0)")]
    public Task Is_a_constant_and_nothing_else(string endPoint) => Bind(endPoint, reported: true);

    private static Task Bind(string endPoint, bool reported) => Verify.Members($$"""
        const int Zero = 0;
        static int zero = 0;
        static readonly IPEndPoint Field = new IPEndPoint(IPAddress.Loopback, 0);
        static IPEndPoint Mutable = new IPEndPoint(IPAddress.Loopback, 0);
        static readonly IPEndPoint SetInConstructor = new IPEndPoint(IPAddress.Loopback, 0);
        static IPEndPoint Property => new(IPAddress.Loopback, 0);
        static IPEndPoint Initialized { get; } = new(IPAddress.Loopback, 0);
        static IPEndPoint Settable { get; set; } = new(IPAddress.Loopback, 0);
        protected virtual IPEndPoint Overridable => new(IPAddress.Loopback, 0);
        static Server() { SetInConstructor = new IPEndPoint(IPAddress.Any, 80); }
        void Run(int port, bool a, IPEndPoint given)
        {
            var local = new IPEndPoint(IPAddress.Any, 0);
            var assigned = new IPEndPoint(IPAddress.Any, 0);
            if (a) assigned = given;
            var changed = new IPEndPoint(IPAddress.Any, 0);
            changed.Port = port;
            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            {{(reported ? $"[|s.Bind({endPoint})|]" : $"s.Bind({endPoint})")}};
            s.Listen(10);
        }
        """);
}
