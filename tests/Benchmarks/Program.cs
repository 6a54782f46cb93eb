using BenchmarkDotNet.Running;
using SocketSetup.Benchmarks;
using SocketSetup.Benchmarks.Micro;
using SocketSetup.Benchmarks.Running;

(Arguments Defaults, Action<Arguments, TextWriter> Run)? verb = args.FirstOrDefault() switch
{
    "live" => (Live.Defaults, Live.Run),
    "growth" => (Growth.Defaults, Growth.Run),
    "build" => (Build.Defaults, Build.Run),
    _ => null,
};
if (verb is null && args.FirstOrDefault()?.StartsWith('-') is true)
{
    BenchmarkSwitcher.FromAssembly(typeof(TextSearch).Assembly).Run(args, Settings.Create(Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "benchmarks")));
    return 0;
}
if (verb is null || Arguments.Parse(args[1..], verb.Value.Defaults) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}
verb.Value.Run(arguments, Console.Out);
return 0;
