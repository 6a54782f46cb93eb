using System.Net;
using RestartLab.Server;

namespace RestartLab.Experiments;

/// <summary>A row of one cell: what happens in one situation.</summary>
internal sealed class Question(string id, string title, Func<Bench, Task<Observation>> ask) : IExperiment
{
    public const string Answer = "answer";

    public string Id => id;

    public string Title => title;

    public IReadOnlyList<string> Cells => [Answer];

    public static IEnumerable<IExperiment> All =>
    [
        Leaves("zero", Leftover.ClientFirst, "no option, protocol 0: the client closed first"),
        Leaves("tcp", Leftover.ClientFirst, "no option, Tcp: the client closed first"),
        Leaves("zero", Leftover.CloseWait, "no option, protocol 0: the client closed, the old process did not (CLOSE_WAIT)"),
        Leaves("zero", Leftover.KilledThenClientCloses, "no option, protocol 0: the server was killed, then the client closed (TIME_WAIT)"),
        Leaves("zero", Leftover.KilledThenClientSends, "no option, protocol 0: the server was killed, then the client sent something"),
        Leaves("zero", Leftover.ServerResets, "no option, protocol 0: the server reset the connection"),
        Leaves("tcp", Leftover.CloseWait, "no option, Tcp: the client closed, the old process did not (CLOSE_WAIT)"),
        Follows("none", "reuse"),
        Follows("reuse", "none"),
        Follows("reuse-after-bind", "reuse"),
        Beside("none", "reuse"),
        Beside("reuse", "none"),
        Beside("reuse", "exclusive"),
        Beside("exclusive", "reuse"),
        Beside("reuse-after-bind", "reuse"),
        Beside("reuse", "native-reuse"),
        Addresses("any-then-loopback", IPAddress.Any, IPAddress.Loopback, "none"),
        Addresses("loopback-then-any", IPAddress.Loopback, IPAddress.Any, "none"),
        Addresses("any-then-loopback-reuse", IPAddress.Any, IPAddress.Loopback, "reuse"),
        Addresses("loopback-then-any-reuse", IPAddress.Loopback, IPAddress.Any, "reuse"),
        Addresses("two-addresses", IPAddress.Loopback, IPAddress.Parse("127.0.0.2"), "none"),
        .. InProcess.All,
    ];

    public async IAsyncEnumerable<Observation> RunAsync(Bench bench)
    {
        yield return await ask(bench);
    }

    private static Question Leaves(string setUp, Leftover leftover, string title)
    {
        Instance instance = Instance.Of(SetUp.Of(setUp), "none");
        return new Question($"leftover/{setUp}-{leftover.Name}", title, bench => RestartAsync(instance, instance, leftover, bench));
    }

    /// <summary>A new build after an old one, where no runtime sets anything by itself.</summary>
    private static Question Follows(string old, string next) => new(
        $"builds/{old}-then-{next}",
        $"protocol 0, TIME_WAIT: {Remedy.Of(old).Title}, restarted with {Remedy.Of(next).Title}",
        bench => RestartAsync(Instance.Of(SetUp.Zero, old), Instance.Of(SetUp.Zero, next), Leftover.TimeWait, bench));

    private static Question Beside(string one, string other) => new(
        $"beside/{one}-then-{other}",
        $"Tcp, two at once: {Remedy.Of(one).Title}, then {Remedy.Of(other).Title}",
        bench => BesideAsync(Instance.Of(SetUp.Tcp, one), Instance.Of(SetUp.Tcp, other), bench));

    private static Question Addresses(string id, IPAddress one, IPAddress other, string remedy) => new(
        $"address/{id}",
        $"Tcp, {Remedy.Of(remedy).Title}: {one}, then {other}; clients come to 127.0.0.1",
        bench => BesideAsync(new Instance(SetUp.Tcp, Remedy.Of(remedy), one), new Instance(SetUp.Tcp, Remedy.Of(remedy), other), bench));

    private static async Task<Observation> RestartAsync(Instance old, Instance next, Leftover leftover, Bench bench) =>
        new(Answer, (await Restart.RunAsync(old, next, leftover, bench)).Answer);

    private static async Task<Observation> BesideAsync(Instance one, Instance other, Bench bench)
    {
        (string answer, string? split) = await SecondInstance.RunAsync(one, other, bench);
        return new Observation(Answer, answer, split);
    }
}
