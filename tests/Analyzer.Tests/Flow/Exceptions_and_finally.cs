namespace SocketSetup.Analyzers.Tests.Flow;

/// <summary>Edges that the graph does not show: from any statement of a try to its handlers, and through finally.</summary>
public sealed class Exceptions_and_finally
{
    private const string Reuse = "s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);";

    [Fact]
    public Task What_a_try_decides_may_have_been_decided_in_its_handler() => Listen($$"""
        try { {{Reuse}} Thread.Sleep(1); } catch (Exception) { s.Bind(endPoint); s.Accept(); return; }
        """);

    [Fact]
    public Task What_comes_before_the_throw_is_known_in_the_handler() => Listen("""
        try { Thread.Sleep(1); } catch (Exception) { [|s.Bind(endPoint)|]; s.Accept(); return; }
        s.Close();
        """);

    [Fact]
    public Task A_set_may_throw_before_it_has_its_effect() => Listen($$"""
        s.Bind(endPoint);
        try { s.Listen(10); } catch (SocketException) { {|SOCK002:{{Reuse.TrimEnd(';')}}|}; }
        """);

    [Fact]
    public Task A_bind_may_throw_before_it_has_its_effect() => Listen($$"""
        try { [|s.Bind(endPoint)|]; } catch (SocketException) { {{Reuse}} }
        s.Listen(10);
        s.Accept();
        """);

    [Fact]
    public Task A_finally_runs_on_the_way_out() => Listen($$"""
        try { if (a) return; } finally { {{Reuse}} }
        s.Bind(endPoint);
        s.Accept();
        """);

    [Fact]
    public Task A_path_through_finally_goes_on_where_it_came_from() => Listen($$"""
        try
        {
            if (a) { {{Reuse}} return; }
        }
        finally { Thread.Sleep(1); }
        [|s.Bind(endPoint)|];
        s.Accept();
        """);

    [Fact]
    public Task Nested_finallys_run_inside_out() => Listen($$"""
        while (true)
        {
            try
            {
                try { if (a) break; if (b) { s.Close(); return; } }
                finally { Thread.Sleep(1); }
                {{Reuse}}
                s.Bind(endPoint);
            }
            finally { Thread.Sleep(2); }
            return;
        }
        [|s.Bind(endPoint)|];
        s.Accept();
        """);

    [Fact]
    public Task An_exception_runs_the_finally_and_goes_on_to_the_handler() => Listen($$"""
        try
        {
            try { Thread.Sleep(1); throw new Exception(); }
            finally { {{Reuse}} }
        }
        catch (Exception) { s.Bind(endPoint); s.Accept(); }
        """);

    [Fact]
    public Task A_filter_sees_what_the_try_may_have_done() => Listen($$"""
        try { Thread.Sleep(1); }
        catch (Exception e) when (e.Message.Length > 1) { [|s.Bind(endPoint)|]; s.Accept(); return; }
        catch (Exception) when (Decide(s)) { s.Bind(endPoint); return; }
        s.Close();
        """, "static extern bool Decide(Socket socket);");

    [Fact]
    public Task A_rethrow_reaches_the_outer_handler() => Listen($$"""
        try
        {
            try { Thread.Sleep(1); } catch (SocketException) { {{Reuse}} throw; }
            s.Close();
            return;
        }
        catch (SocketException) { s.Bind(endPoint); s.Accept(); }
        """);

    [Fact]
    public Task A_retry_loop_binds_the_same_socket_again() => Listen("""
        while (true)
        {
            try { [|s.Bind(endPoint)|]; break; }
            catch (SocketException) { endPoint.Port++; }
        }
        s.Accept();
        """);

    [Fact]
    public Task A_loop_that_leaves_a_try_by_continue_runs_its_finally() => Listen($$"""
        for (int i = 0; i < 3; i++)
        {
            try { if (i == 1) continue; Thread.Sleep(1); }
            finally { {{Reuse}} }
        }
        s.Bind(endPoint);
        s.Accept();
        """);

    private static Task Listen(string statements, string member = "") => Verify.Members($$"""
        {{member}}
        void Run(bool a, bool b, IPEndPoint endPoint)
        {
            var s = new Socket(SocketType.Stream, ProtocolType.Tcp);
            {{statements}}
        }
        """);
}
