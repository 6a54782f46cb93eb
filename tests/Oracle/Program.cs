using System.Diagnostics;
using System.Globalization;
using SocketSetup.Analyzers;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Running;
using SocketSetup.Oracle.Trials;

bool isTrial = args is ["--trials", ..];
if (Arguments.Parse(isTrial ? args[1..] : args, isTrial ? TrialRun.Default : Arguments.Default) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}
if (isTrial)
    return TrialRun.Run(arguments) ? 0 : 1;
var watch = Stopwatch.StartNew();
var run = new OracleRun(arguments, () => new SocketSetupAnalyzer());
run.Run();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {arguments.Seed}, indexes from {arguments.First}, {watch.Elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} processors"));
Console.WriteLine(run.Statistics);
foreach (Finding finding in run.Smallest())
    Console.WriteLine(finding);
return run.Failures.Count == 0 ? 0 : 1;
