using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>Whether a second server starts beside one that is alive, and if so, who gets the clients.</summary>
internal static class SecondInstance
{
    public const int ConnectionCount = 40;

    /// <returns>The answer, and how many connections each of the two got.</returns>
    public static async Task<(string Answer, string? Split)> RunAsync(Instance one, Instance other, Bench bench)
    {
        int port = bench.Ports.Next();
        await using ServerProcess first = await ServerProcess.StartFirstAsync(one, port, bench.Stop);
        await using ServerProcess second = await ServerProcess.StartAsync(other, port, bench.Stop);
        if (!second.IsListening)
            return (Answers.Of(second, ""), null);

        (int toFirst, int toSecond) = await ConnectAllAsync(first, second, port, bench.Stop);
        string answer = toSecond == 0 ? Answers.FirstGetsAll : toFirst == 0 ? Answers.SecondGetsAll : Answers.Shares;
        return (answer, $"{toFirst} and {toSecond} of {ConnectionCount}");
    }

    private static async Task<(int ToFirst, int ToSecond)> ConnectAllAsync(ServerProcess first, ServerProcess second, int port, CancellationToken stop)
    {
        List<Client> clients = [];
        try
        {
            for (int i = 0; i < ConnectionCount; i++)
                clients.Add(await Client.ConnectAsync(port, stop));

            (int ToFirst, int ToSecond) split = default;
            await Bounded.UntilAsync(
                async () =>
                {
                    split = (await first.CountAsync(stop), await second.CountAsync(stop));
                    return split.ToFirst + split.ToSecond == ConnectionCount;
                },
                "every connection is accepted",
                stop);
            return split;
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
