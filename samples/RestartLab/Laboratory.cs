using System.Text.Json;
using RestartLab.Claims;
using RestartLab.Experiments;
using RestartLab.Kernel;
using RestartLab.Reporting;

namespace RestartLab;

/// <summary>One run, from the command line to the exit status.</summary>
internal static class Laboratory
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        (Options? options, string problem) = OptionParser.Parse(arguments);
        if (options is null)
            return Complain(ExitCode.BadArgument, $"{problem}\nTry --help.");
        if (options.IsHelp)
            return Say(OptionParser.Help);
        if (options.IsList)
            return Say(string.Join('\n', options.Experiments.Select(row => $"{row.Id,-40} {row.Title}")));

        try
        {
            Documentation documentation = options.ClaimsFile is { } file ? Documentation.Parse(File.ReadAllText(file)) : Documentation.ReadBuiltIn();

            // Asked before, not after the minute of work.
            if (options.JsonFile is { } json)
                File.WriteAllText(json, "");
            return await RunAsync(options, documentation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return Complain(ExitCode.BadArgument, exception.Message);
        }
    }

    private static async Task<int> RunAsync(Options options, Documentation documentation)
    {
        using StopSignals signals = new();
        try
        {
            Bench bench = new(new PortReservation(options.Ports), signals.Stop);
            IReadOnlyList<Row> rows = await Schedule.RunAsync(options.Experiments, bench, documentation.For(Platform.Current));
            Report report = new(Platform.Current, rows, [.. documentation.Elsewhere(Platform.Current)]);
            new TablePrinter(Console.Out, Palette.Of(Console.IsOutputRedirected)).Print(report);
            if (options.JsonFile is { } json)
                await File.WriteAllTextAsync(json, JsonReport.Write(report), CancellationToken.None);
            return report.Differing.Count == 0 ? ExitCode.AsDocumented : ExitCode.Differs;
        }
        catch (OperationCanceledException)
        {
            return Complain(signals.ExitCode, "Interrupted. Every server has been ended.");
        }
    }

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.AsDocumented;
    }

    private static int Complain(int exitCode, string text)
    {
        Console.Error.WriteLine(text);
        return exitCode;
    }
}
