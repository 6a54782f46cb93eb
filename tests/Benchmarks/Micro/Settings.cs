using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SocketSetup.Benchmarks.Micro;

/// <summary>How the micro-benchmarks are run: in this process, which is already built as it has to be.</summary>
internal static class Settings
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static IConfig Create(string artifacts) => ManualConfig.Create(DefaultConfig.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(Limit, logOutput: true)).WithIterationCount(15).WithWarmupCount(5))
        .WithArtifactsPath(artifacts);
}
