namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>A socket is what was created, whatever variable holds it.</summary>
public sealed class Object_identity
{
    private const string Reuse = "SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    [Fact]
    public Task A_decision_through_an_alias_counts() => Verify.Body($"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var t = s;
        t.{Reuse}
        s.Bind(endPoint);
        s.Listen(10);
        """);

    [Fact]
    public Task A_decision_on_another_socket_of_the_same_name_does_not() => Verify.Body($"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        s.{Reuse}
        s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        [|s.Bind(endPoint)|];
        s.Listen(10);
        """);

    [Fact]
    public Task The_alias_keeps_the_old_socket_when_the_variable_gets_a_new_one() => Verify.Body($"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var old = s;
        s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        old.{Reuse}
        old.Bind(endPoint);
        old.Listen(10);
        [|s.Bind(endPoint)|];
        s.Listen(10);
        """);

    [Fact]
    public Task A_swap_swaps() => Verify.Body($"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var t = new Socket(SocketType.Stream, ProtocolType.Tcp);
        s.{Reuse}
        (s, t) = (t, s);
        t.Bind(endPoint);
        t.Listen(10);
        [|s.Bind(endPoint)|];
        s.Listen(10);
        """);

    [Fact]
    public Task A_chained_assignment_makes_two_names() => Verify.Members($$"""
        Socket field;
        void Run(IPEndPoint endPoint)
        {
            var local = field = new Socket(SocketType.Stream, ProtocolType.Tcp);
            [|local.Bind(endPoint)|];
            local.Listen(10);
        }
        void RunDecided(IPEndPoint endPoint)
        {
            var local = field = new Socket(SocketType.Stream, ProtocolType.Tcp);
            field.{{Reuse}}
            local.Bind(endPoint);
            local.Listen(10);
        }
        """);

    [Fact]
    public Task Casts_and_as_change_nothing() => Verify.Body($"""
        object o = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var s = (Socket)o;
        var t = o as Socket;
        (s as Socket).{Reuse}
        t.Bind(endPoint);
        t.Listen(10);
        IDisposable d = new Socket(SocketType.Stream, ProtocolType.Tcp);
        [|((Socket)d).Bind(endPoint)|];
        (d as Socket).Listen(10);
        """);

    [Fact]
    public Task Which_alias_it_was_on_a_path_is_remembered() => Verify.Body($$"""
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var t = new Socket(SocketType.Stream, ProtocolType.Tcp);
        Socket either;
        if (a)
        {
            either = s;
        }
        else
        {
            s.{{Reuse}}
            either = t;
        }
        [|either.Bind(endPoint)|];
        either.Listen(10);
        """);

    [Fact]
    public Task Members_of_different_objects_are_different_variables() => Verify.FileWithUsings($$"""
        class Holder { public Socket Socket; public Socket Property { get; set; } }
        class Server
        {
            void Run(Holder one, Holder other, IPEndPoint endPoint)
            {
                one.Socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                other.Socket.{{Reuse}}
                [|one.Socket.Bind(endPoint)|];
                one.Socket.Listen(10);
                one.Property = new Socket(SocketType.Stream, ProtocolType.Tcp);
                one.Property.{{Reuse}}
                one.Property.Bind(endPoint);
                one.Property.Listen(10);
            }
        }
        """);

    [Fact]
    public Task Two_names_for_the_owner_are_not_followed() => Verify.FileWithUsings($$"""
        class Holder { public Socket Socket; }
        class Server
        {
            void Run(Holder one, IPEndPoint endPoint)
            {
                one.Socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                var same = one;
                same.Socket.{{Reuse}}
                one.Socket.Bind(endPoint);
                one.Socket.Listen(10);
            }
            void RunWithAnother(Holder one, Holder other, IPEndPoint endPoint)
            {
                one.Socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                one = other;
                one.Socket.Bind(endPoint);
                one.Socket.Listen(10);
            }
        }
        """);
}
