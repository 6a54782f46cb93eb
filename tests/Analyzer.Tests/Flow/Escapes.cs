namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Whoever gets the socket and cannot be seen may decide; the framework's own methods do not.</summary>
public sealed class Escapes
{
    [Theory]
    [InlineData("Configure(s);")]
    [InlineData("this.Configure(s);")]
    [InlineData("s.Configure();")]
    [InlineData("options.Apply(s);")]
    [InlineData("configure(s);")]
    [InlineData("configure?.Invoke(s);")]
    [InlineData("_ = new Wrapper(s);")]
    [InlineData("_ = new NetworkStream(s);")]
    [InlineData("Unseen.Take(s);")]
    [InlineData("wrapper.Wrapped = s;")]
    [InlineData("wrapper[0] = s;")]
    [InlineData("_ = wrapper[s];")]
    [InlineData("args.UserToken = s;")]
    [InlineData("args.AcceptSocket = s;")]
    [InlineData("_ = new SocketAsyncEventArgs { UserToken = s };")]
    [InlineData("var anonymous = new { s };")]
    [InlineData("var array = new[] { s };")]
    [InlineData("sockets[0] = s;")]
    [InlineData("Replace(ref s);")]
    [InlineData("ref var same = ref s;")]
    [InlineData("dynamic d = s; d.ExclusiveAddressUse = true;")]
    [InlineData("setsockopt(s.Handle, 1, 2, 3);")]
    [InlineData("setsockopt(s.SafeHandle.DangerousGetHandle(), 1, 2, 3);")]
    [InlineData("var handle = s.Handle; setsockopt(handle, 1, 2, 3);")]
    [InlineData("ThreadPool.QueueUserWorkItem(state => ((Socket)state).ExclusiveAddressUse = true, s);")]
    [InlineData("Interlocked.Exchange(ref kept, s);")]
    [InlineData("Action<bool> set = value => { }; set += s.SetFlag;")]
    [InlineData("Task.Run(() => configure(s));")]
    [InlineData("foreach (var each in new[] { s }) each.ExclusiveAddressUse = true;")]
    [InlineData("Wrapper converted = s;")]
    public Task Silence_the_bind(string escape) => Bind(escape, "s.Bind(endPoint);");

    [Theory]
    [InlineData("Console.WriteLine(s);")]
    [InlineData("Console.WriteLine(\"{0} {1} {2} {3}\", s, 1, 2, 3);")]
    [InlineData("Console.WriteLine($\"{s}\");")]
    [InlineData("_ = s.ToString() + s;")]
    [InlineData("_ = s.GetHashCode();")]
    [InlineData("_ = s == kept;")]
    [InlineData("_ = s is null;")]
    [InlineData("_ = s;")]
    [InlineData("GC.KeepAlive(s);")]
    [InlineData("list.Add(s);")]
    [InlineData("table[1] = s;")]
    [InlineData("Socket.Select(new List<Socket> { s }, null, null, 1);")]
    [InlineData("SetHandleInformation(s.Handle, 1, 0);")]
    [InlineData("_ = s.Handle;")]
    [InlineData("Console.WriteLine(s.Handle.ToInt64());")]
    [InlineData("Configure(kept);")]
    [InlineData("var pair = (s, 1);")]
    [InlineData("s.IOControl(IOControlCode.KeepAliveValues, new byte[12], null);")]
    [InlineData("_ = nameof(s);")]
    public Task Are_not_made_by_the_framework_or_by_looking(string use) => Bind(use, "[|s.Bind(endPoint)|];");

    [Fact]
    public Task After_the_bind_come_too_late() => Bind("", "[|s.Bind(endPoint)|]; Configure(s);");

    private static Task Bind(string before, string bind) => Verify.FileWithUsings($$"""
        using System.Runtime.InteropServices;
        interface IOptions { void Apply(Socket socket); }
        static class Unseen { public static extern int Take(Socket socket); }
        class Wrapper
        {
            public Wrapper() { }
            public Wrapper(Socket socket) => Unseen.Take(socket);
            public Socket Socket;
            public Socket Wrapped { get => null; set { Unseen.Take(value); } }
            public Socket this[int index] { set { Unseen.Take(value); } }
            public int this[Socket socket] => Unseen.Take(socket);
            public static implicit operator Wrapper(Socket socket) { Unseen.Take(socket); return null; }
        }
        static class Extensions
        {
            public static void Configure(this Socket socket) => Unseen.Take(socket);
            public static void SetFlag(this Socket socket, bool value) { }
        }
        class Server
        {
            Socket kept;
            void Configure(Socket socket) => Unseen.Take(socket);
            static void Replace(ref Socket socket) => socket = new Wrapper().Socket;
            [DllImport("libc")] static extern int setsockopt(IntPtr socket, int level, int name, int value);
            [DllImport("kernel32")] static extern bool SetHandleInformation(IntPtr handle, int mask, int flags);
            void Run(IPEndPoint endPoint, IOptions options, Action<Socket> configure, Wrapper wrapper, SocketAsyncEventArgs args, Socket[] sockets, List<Socket> list, Dictionary<int, Socket> table)
            {
                var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
                {{before}}
                {{bind}}
                s.Listen(10);
            }
        }
        """);
}
