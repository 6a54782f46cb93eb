using System.Diagnostics;

namespace RestartLab;

/// <summary>Every wait ends. The limit is generous: it is for what hangs, not for what is slow.</summary>
internal static class Bounded
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    public static async Task<T> WaitAsync<T>(Task<T> task, string expectation, CancellationToken stop)
    {
        try
        {
            return await task.WaitAsync(Limit, stop);
        }
        catch (TimeoutException)
        {
            throw InVain(expectation);
        }
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, string expectation, CancellationToken stop)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        while (!await condition())
        {
            if (elapsed.Elapsed > Limit)
                throw InVain(expectation);
            await Task.Delay(PollInterval, stop);
        }
    }

    private static LaboratoryException InVain(string expectation) =>
        new($"waited {Limit.TotalSeconds:0} s in vain until {expectation}");
}
