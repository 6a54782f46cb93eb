namespace SocketSetup.Analyzers.Tests.Rules;

public sealed class A_listening_socket_bound_without_ReuseAddress
{
    [Fact]
    public Task Is_reported_at_the_Bind_call() => Verify.Body("""
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        [|listener.Bind(endPoint)|];
        listener.Listen(10);
        """);
}
