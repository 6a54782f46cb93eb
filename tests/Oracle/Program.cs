using System.Diagnostics;
using System.Globalization;
using SocketSetup.Oracle.Comparison;
using SocketSetup.Oracle.Running;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}
var watch = Stopwatch.StartNew();
var run = new OracleRun(arguments);
run.Run();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {arguments.Seed}, indexes from {arguments.First}, {watch.Elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} processors"));
Console.WriteLine(run.Statistics);
foreach (Finding finding in run.Smallest())
    Console.WriteLine(finding);
return run.Failures.Count == 0 ? 0 : 1;
