using System.Text;

namespace SocketSetup.Samples.Tests;

public sealed class Serving_clients(BuiltSamples samples)
{
    [Fact]
    public async Task Many_at_once_get_their_own_messages_back_and_all_messages_are_counted()
    {
        const int clientCount = 20;
        const int messagesPerClient = 5;
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);

        // All are connected before the first speaks, so a server that takes one client at a time never answers.
        EchoClient[] clients = await Task.WhenAll(
            Enumerable.Range(0, clientCount).Select(_ => EchoClient.ConnectAsync(server.Port)));
        await Task.WhenAll(clients.Reverse().Select((client, number) => TalkAsync(client, number, messagesPerClient)));
        Assert.Equal(ServerExit.Success, await server.StopAsync());
        foreach (EchoClient client in clients)
            client.Dispose();

        IEnumerable<string> expected =
            from client in Enumerable.Range(0, clientCount)
            from message in Enumerable.Range(0, messagesPerClient)
            let text = TextOf(client, message)
            select $"received {text.Length} bytes: {text}";
        Assert.Equal(expected.Order(), server.Output[1..^1].Order());
        Assert.Equal($"messages received: {clientCount * messagesPerClient}", server.Output[^1]);
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task A_reset_connection_does_not_stop_the_server()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        EchoClient rude = await EchoClient.ConnectAsync(server.Port);
        Assert.Equal("hello", await rude.ExchangeAsync("hello"));

        rude.Reset();

        await server.WaitForErrorAsync("lost: ");
        using EchoClient polite = await EchoClient.ConnectAsync(server.Port);
        Assert.Equal("still there", await polite.ExchangeAsync("still there"));
        Assert.Equal(ServerExit.Success, await server.StopAsync());
        Assert.Single(server.Errors);
    }

    [Fact]
    public async Task A_client_that_finishes_sending_still_gets_its_whole_echo()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        using EchoClient client = await EchoClient.ConnectAsync(server.Port);
        string text = new('x', 50_000);

        await client.SendAsync(Encoding.UTF8.GetBytes(text));
        client.FinishSending();

        Assert.Equal(text, await client.ReadToEndAsync());
        Assert.Equal(ServerExit.Success, await server.StopAsync());
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task Control_characters_are_printed_escaped_and_echoed_as_they_are()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        using EchoClient client = await EchoClient.ConnectAsync(server.Port);
        const string text = "a\r\n\u001b[2J\u202e\\";

        Assert.Equal(text, await client.ExchangeAsync(text));

        await server.WaitForOutputAsync(@"received 11 bytes: a\r\n\u{1B}[2J\u{202E}\\");
    }

    [Fact]
    public async Task A_character_torn_apart_by_two_reads_is_printed_whole_with_the_second()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(samples.EchoServer);
        using EchoClient client = await EchoClient.ConnectAsync(server.Port);
        byte[] bytes = Encoding.UTF8.GetBytes("5€!");

        Assert.Equal(bytes[..2], await client.ExchangeAsync(bytes[..2]));
        Assert.Equal(bytes[2..], await client.ExchangeAsync(bytes[2..]));

        await server.WaitForOutputAsync("received 2 bytes: 5");
        await server.WaitForOutputAsync("received 3 bytes: €!");
    }

    private static async Task TalkAsync(EchoClient client, int number, int messageCount)
    {
        for (int message = 0; message < messageCount; message++)
            Assert.Equal(TextOf(number, message), await client.ExchangeAsync(TextOf(number, message)));
    }

    private static string TextOf(int client, int message) => $"message {message} of client {client}";
}
