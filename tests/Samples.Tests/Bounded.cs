using System.Diagnostics;

namespace SocketSetup.Samples.Tests;

/// <summary>Every wait of these tests ends. The limit is generous: it is for what hangs, not for what is slow.</summary>
internal static class Bounded
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    public static Task WaitAsync(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task<T> WaitAsync<T>(Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static async Task UntilAsync(Func<bool> condition, string expectation, Func<string>? state = null)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        while (!condition())
        {
            if (elapsed.Elapsed > Limit)
                Assert.Fail($"Waited {Limit.TotalSeconds} s in vain until {expectation}. {state?.Invoke()}");
            await Task.Delay(PollInterval, TestContext.Current.CancellationToken);
        }
    }
}
