using System.Diagnostics;

namespace SocketSetup.RestartLab.Tests;

/// <summary>Every wait of these tests ends. The limit is generous: it is for what hangs, not for what is slow.</summary>
internal static class Bounded
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    public static Task<T> WaitAsync<T>(Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task WaitAsync(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static async Task UntilAsync(Func<bool> condition, Func<string> failure)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        while (!condition())
        {
            if (elapsed.Elapsed > Limit)
                Assert.Fail($"Waited {Limit.TotalSeconds} s in vain. {failure()}");
            await Task.Delay(PollInterval, TestContext.Current.CancellationToken);
        }
    }
}
