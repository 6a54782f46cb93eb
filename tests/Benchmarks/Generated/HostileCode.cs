namespace SocketSetup.Benchmarks.Generated;

/// <summary>Bodies with a listener that nobody writes by hand: long, deep, or with very many of one thing.</summary>
internal static class HostileCode
{
    private const string Create = "var s = new Socket(SocketType.Stream, ProtocolType.Tcp);";
    private const string Bind = "s.Bind(e); s.Listen(1);";

    public static string Sockets(int count) => Body(string.Concat(Enumerable.Range(0, count).Select(i =>
        $"var s{i} = new Socket(SocketType.Stream, ProtocolType.Tcp); s{i}.Bind(e); s{i}.Listen({i});\n")));

    public static string OptionSets(int count) => Body($"{Create}\n{Repeat(count, i => $"s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer, {i});\n")}{Bind}");

    public static string Branches(int count) => Body($"{Create}\n{Repeat(count, i => $"if (n == {i}) s.NoDelay = n > {i % 7};\n")}{Bind}");

    public static string Sum(int terms) => Body($"{Create}\nint sum = n{Repeat(terms - 1, i => i % 2 == 0 ? " + n" : " - n")};\ns.SendTimeout = sum;\n{Bind}");

    public static string Text(int terms) => Body($"{Create}\nstring text = \"\"{Repeat(terms - 1, i => $" + n + \"{i % 10}\"")};\nSystem.Console.WriteLine(text);\n{Bind}");

    public static string Calls(int count) => Body($"{Create}\nvar text = new System.Text.StringBuilder(){Repeat(count, i => $".Append({i % 10})")};\nSystem.Console.WriteLine(text);\n{Bind}");

    public static string Lambdas(int depth) => Body($"{Create}\n{Repeat(depth, i => $"System.Action a{i} = () => {{ ")}{Bind}{Repeat(depth, i => $" }}; a{depth - i - 1}();")}");

    /// <summary>So many local functions, each of which has all of them run, itself included.</summary>
    public static string FunctionsThatRunEachOther(int count) =>
        Body($"{Create}\n{Repeat(count, i => $"void F{i}() {{ {Repeat(count, j => $"System.Threading.Tasks.Task.Run(F{j}); ")}}}\n")}F0();\n{Bind}");

    /// <summary>So many local functions, each of which has the next one run.</summary>
    public static string FunctionsThatRunTheNext(int count) =>
        Body($"{Create}\n{Repeat(count, i => $"void F{i}() {{ System.Threading.Tasks.Task.Run(F{i + 1}); }}\n")}void F{count}() {{ }}\nF0();\n{Bind}");

    /// <summary>So many local functions in a row, each of which has the next and the one before it run, so that what the last does comes back to the first.</summary>
    public static string FunctionsThatRunTheirNeighbours(int count) =>
        Body($"{Create}\n{Repeat(count, i => $"int x{i} = 0; void F{i}() {{ System.Threading.Tasks.Task.Run(F{Math.Min(i + 1, count - 1)}); System.Threading.Tasks.Task.Run(F{Math.Max(i - 1, 0)}); x{i} = 1; }}\n")}F0();\n{Bind}");

    /// <summary>A socket that is bound in so many places, by a variable, before options are set in so many others.</summary>
    public static string LateSets(int count) =>
        Body($"{Create}\nvar q = new IPEndPoint(IPAddress.Any, 80);\n{Repeat(count, i => $"if (n == {i}) {{ s.Bind(q); goto L; }}\n")}return;\nL:\n{Repeat(count, _ => "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);\n")}s.Listen(1);");

    /// <summary>An end point that each of three variables may have from the next in so many places.</summary>
    public static string EndPoints(int count) =>
        Body($"IPEndPoint v2 = new IPEndPoint(IPAddress.Any, 80), v1 = v2, v0 = v1;\n{Repeat(count, i => $"if (n == {i}) {{ v2 = new IPEndPoint(IPAddress.Any, 81); v1 = v2; v0 = v1; }}\n")}{Create}\ns.Bind(v0); s.Listen(1);");

    /// <summary>So many methods that all use one socket of a field.</summary>
    public static string MethodsOfOneSocket(int count) => $$"""
        {{ListenerCode.Usings}}class Server
        {
            Socket s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            public void Open(IPEndPoint e) { s.Bind(e); s.Listen(1); }
        {{Repeat(count, i => $"    public void Use{i}(byte[] b) {{ if (s.Connected) s.Send(b); else s.NoDelay = b.Length > {i}; }}\n")}}}
        """;

    /// <summary>So many methods that all set up one socket of a field, each by itself a place to report.</summary>
    public static string BindsOfOneSocket(int count) => $$"""
        {{ListenerCode.Usings}}class Server
        {
            Socket s;
            public void Open() { s = new Socket(SocketType.Stream, ProtocolType.Tcp); }
            public void Serve() { s.Listen(1); }
        {{Repeat(count, i => $"    public void Bind{i}(IPEndPoint e) {{ s.ExclusiveAddressUse = e.Port > {i}; s.Bind(e); }}\n")}}}
        """;

    /// <summary>So many calls of the same unseen code, which may call back, between a bind and what follows it.</summary>
    public static string UnseenCalls(int count) => $$"""
        {{ListenerCode.Usings}}class Server
        {
            System.Action log;
            Socket s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            public void Open(IPEndPoint e) { s.Bind(e); {{Repeat(count, _ => "log(); ")}} s.Listen(1); }
            public void Close() { s.Close(); s = new Socket(SocketType.Stream, ProtocolType.Tcp); }
            public void Reuse(bool on) { s.ExclusiveAddressUse = on; }
        }
        """;

    private static string Body(string statements) => $"{ListenerCode.Usings}class Server\n{{\n    void Open(IPEndPoint e, int n)\n    {{\n{statements}\n    }}\n}}\n";

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
