using System.Diagnostics;

namespace SocketSetup.Benchmarks.Running;

/// <summary>Time and allocation of one run of something.</summary>
internal readonly record struct Cost(double Milliseconds, double Megabytes)
{
    public static Cost Of(Action action)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        action();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return new Cost(elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1048576.0);
    }
}

/// <summary>The middle of several values.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static Cost Of(IReadOnlyCollection<Cost> costs) =>
        new(Of(costs.Select(cost => cost.Milliseconds)), Of(costs.Select(cost => cost.Megabytes)));
}
